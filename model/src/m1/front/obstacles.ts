/** Mines and works in front of a side's own line. */
import { f, logitNormal, parameter, stock } from "@logjam/lang";
import { side } from "../../sets.ts";

export const initialObstacles = parameter({
  over: [side],
  unit: "1",
  meaning: "How far the line was fortified on 5 December 2022: 0 open ground, 1 as deep as it gets.",
  prior: { ua: logitNormal({ median: 0.3, p95: 0.5 }), ru: logitNormal({ median: 0.4, p95: 0.6 }) },
  source: "[J] the Russian belts were being dug that winter.",
});

export const obstacles = stock({
  over: [side],
  unit: "1",
  meaning: "How far a side's own line is fortified.",
  initial: f`${initialObstacles}`,
});
