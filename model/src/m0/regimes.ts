/**
 * The regimes of a sector: with a constant chance per week a spell ends, and the next regime is drawn anew from the
 * sector's shares. So the shares are also the long-run shares of time. Sectors differ in how often they stall.
 */
import {
  assign,
  auxiliary,
  constant,
  f,
  logitNormal,
  lognormalRange,
  noise,
  normal,
  parameter,
  stock,
} from "@logjam/lang";
import { regime, sector } from "./sets.ts";

export const spellLength = parameter({
  unit: "week",
  meaning: "Mean length of a spell.",
  prior: lognormalRange({ low: 2, central: 6, high: 20 }),
  source: "[J] operations on one axis last weeks to months.",
});

export const stallTendency = parameter({
  unit: "1",
  meaning: "Log-odds of a stall in a typical sector.",
  prior: normal({ mean: 0, sd: 1 }),
  source: "[J] about half of the sectors stand still in a given week.",
});

export const stallVariety = parameter({
  unit: "1",
  meaning: "How much sectors differ in their log-odds of a stall.",
  prior: lognormalRange({ low: 0.4, central: 1.2, high: 3 }),
  source: "[J] the Dnipro stands still, the centre of Donetsk hardly ever.",
});

export const stallLeaning = parameter({
  over: [sector],
  unit: "1",
  meaning: "A sector's place among sectors in its log-odds of a stall, in standard units.",
  prior: normal({ mean: 0, sd: 1 }),
  source: "Partial pooling over sectors.",
});

export const surgeShare = parameter({
  unit: "1",
  meaning: "Share of surges among the weeks in which a line moves.",
  prior: logitNormal({ median: 0.18, p95: 0.4 }),
  source: "[J] surges are the exception; in the record about one week in ten.",
});

export const leaving = auxiliary({
  unit: "1",
  meaning: "Chance that a spell ends within a week.",
  formula: f`1 - exp(-timeStep / ${spellLength})`,
});

export const stallShare = auxiliary({
  over: [sector],
  unit: "1",
  meaning: "Long-run share of weeks in which a sector stalls.",
  formula: f`1 / (1 + exp(-${stallTendency} - ${stallVariety} * ${stallLeaning}))`,
});

const indicator = (
  meaning: string,
  value: { readonly stall: number; readonly grind: number; readonly surge: number },
) => constant({ over: [regime], unit: "1", meaning, value, source: "By definition." });
export const isStall = indicator("1 for a stall.", { stall: 1, grind: 0, surge: 0 });
export const isGrind = indicator("1 for a grind.", { stall: 0, grind: 1, surge: 0 });
export const isSurge = indicator("1 for a surge.", { stall: 0, grind: 0, surge: 1 });

export const share = auxiliary({
  over: [sector, regime],
  unit: "1",
  meaning: "Long-run share of weeks that a sector spends in each regime.",
  formula: f`${isStall} * ${stallShare}
           + (1 - ${stallShare}) * (${isGrind} * (1 - ${surgeShare}) + ${isSurge} * ${surgeShare})`,
});

export const spellEnd = noise({
  over: [sector],
  stream: "m0/spell-end",
  kind: "uniform",
  meaning: "Chance of a spell's end.",
});

export const nextRegime = noise({
  over: [sector],
  stream: "m0/next-regime",
  kind: "uniform",
  meaning: "Chance of the next regime.",
});

export const current = stock({
  over: [sector],
  unit: "1",
  meaning: "The sector's regime: 0 stall, 1 grind, 2 surge.",
  initial: 1,
});

export const currentNext = assign(
  current,
  f`if(${spellEnd} >= ${leaving}, ${current},
      if(${nextRegime} < ${stallShare}, 0, if(${nextRegime} < ${stallShare} + (1 - ${stallShare}) * (1 - ${surgeShare}), 1, 2)))`,
);
