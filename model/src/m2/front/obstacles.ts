/** Mines and works in front of a side's own line, by sector. */
import { f, stock } from "@logjam/lang";
import { initialObstacles } from "../../m1/front/obstacle-parameters.ts";
import { sector, side } from "../../sets.ts";

export { initialObstacles } from "../../m1/front/obstacle-parameters.ts";

export const obstacles = stock({
  over: [side, sector],
  unit: "1",
  meaning: "How far a side's own line is fortified in a sector: 0 open ground, 1 as deep as it gets.",
  initial: f`${initialObstacles}`,
});
