/** Mines and works grow where the line stands still and are overrun where it moves. */
import { balance, f, lognormalRange, parameter } from "@logjam/lang";
import { opponent } from "../../sets.ts";
import { frontage } from "./geometry.ts";
import { obstacles } from "./obstacles.ts";
import { gain } from "./pressure.ts";

export const buildTime = parameter({
  unit: "week",
  meaning: "Time in which a standing line fortifies itself.",
  prior: lognormalRange({ low: 20, central: 40, high: 80 }),
  source: "[J] minefields deepened from 120 m to 500 m and belts to 15-20 km within a year (RUSI, CSIS).",
});

export const beltDepth = parameter({
  unit: "km",
  meaning: "Advance that overruns most of the works.",
  prior: lognormalRange({ low: 5, central: 10, high: 20 }),
  source: "Belts up to 20 km deep in places (essay, through iDNES).",
});

export const obstaclesChange = balance(
  obstacles,
  f`(1 - ${obstacles}) / ${buildTime} - ${obstacles} * ${gain.of(opponent)} / (${frontage} * ${beltDepth})`,
);
