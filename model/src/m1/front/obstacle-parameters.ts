/** How a line is fortified and overrun. */
import { logitNormal, lognormalRange, parameter } from "@logjam/lang";
import { side } from "../../sets.ts";

export const initialObstacles = parameter({
  over: [side],
  unit: "1",
  meaning: "How far the line was fortified on 5 December 2022: 0 open ground, 1 as deep as it gets.",
  prior: { ua: logitNormal({ median: 0.3, p95: 0.5 }), ru: logitNormal({ median: 0.4, p95: 0.6 }) },
  source: "[J] the Russian belts were being dug that winter.",
});

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
