/** Mines and works grow where the line stands still and are overrun where it moves. */
import { balance, f } from "@logjam/lang";
import { opponent } from "../../sets.ts";
import { frontage } from "./geometry.ts";
import { beltDepth, buildTime } from "./obstacle-parameters.ts";
import { obstacles } from "./obstacles.ts";
import { gain } from "./pressure.ts";

export const obstaclesChange = balance(
  obstacles,
  f`(1 - ${obstacles}) / ${buildTime} - ${obstacles} * ${gain.of(opponent)} / (${frontage} * ${beltDepth})`,
);
