/** Mines and works grow where the line stands still and are overrun where it moves, at most half of them in a week. */
import { balance, f } from "@logjam/lang";
import { beltDepth, buildTime } from "../../m1/front/obstacle-parameters.ts";
import { opponent } from "../../sets.ts";
import { gain } from "./gain.ts";
import { length } from "./geometry.ts";
import { obstacles } from "./obstacles.ts";

export { beltDepth, buildTime } from "../../m1/front/obstacle-parameters.ts";

export const obstaclesChange = balance(
  obstacles,
  f`(1 - ${obstacles}) / ${buildTime}
  - ${obstacles} * min(0.5 / timeStep, ${gain.of(opponent)} / (${length} * ${beltDepth}))`,
);
