/** Mines and works in front of a side's own line. */
import { f, stock } from "@logjam/lang";
import { side } from "../../sets.ts";
import { initialObstacles } from "./obstacle-parameters.ts";

export const obstacles = stock({
  over: [side],
  unit: "1",
  meaning: "How far a side's own line is fortified.",
  initial: f`${initialObstacles}`,
});
