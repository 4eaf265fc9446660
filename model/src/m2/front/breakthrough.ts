/**
 * The breakthrough, after Biddle: pressure alone does not break a line. It takes a defender without reserves and
 * without readiness; then a manoeuvre spell of a few weeks opens, in which ground changes hands many times faster.
 */
import { auxiliary, constant, f, flow, lognormalRange, parameter, regime } from "@logjam/lang";
import { known } from "../../m1/history.ts";
import { opponent, sector, side } from "../../sets.ts";
import { breakthroughLayer } from "../layers.ts";
import { frontTotal, onePerson } from "../manpower/front.ts";
import { quality } from "../manpower/quality.ts";
import { reserve } from "../manpower/reserve.ts";
import { fighting } from "../settlement/ceasefire.ts";
import { pressure } from "./pressure.ts";

export const breakthroughHazard = parameter({
  unit: "1/week",
  meaning: "Hazard of a breakthrough in a sector at zero pressure on a defender with neither reserves nor readiness.",
  prior: lognormalRange({ low: 0.002, central: 0.01, high: 0.05 }),
  source: "[J] two in 2022 (Kharkiv, Kherson), none in the three years since December 2022.",
});

export const pressureSteepness = parameter({
  unit: "1",
  meaning: "How steeply the hazard of a breakthrough rises with pressure.",
  prior: lognormalRange({ low: 0.5, central: 1, high: 2 }),
  source: "[J]",
});

export const reserveNeed = parameter({
  unit: "1",
  meaning: "Share of the front's strength that a defender needs in reserve to seal a breach.",
  prior: lognormalRange({ low: 0.04, central: 0.08, high: 0.16 }),
  source: "[J] after Biddle (Foreign Affairs 2024): depth and reserves decide.",
});

export const qualityNeed = parameter({
  unit: "1",
  meaning: "Quality below which a defender is permissive.",
  prior: lognormalRange({ low: 0.25, central: 0.4, high: 0.6 }),
  source: "[J] after Biddle: shallow, forward, ill-prepared or unwilling defenders.",
});

export const reserveCover = auxiliary({
  over: [side],
  unit: "1",
  meaning: "A side's reserve as a share of its front.",
  formula: f`${reserve} / (${frontTotal} + ${onePerson})`,
});

/** Smooth, not hard: a hard condition flips a step on the last bit of a number. */
export const permissive = auxiliary({
  over: [side],
  unit: "1",
  meaning: "How far a side, as a defender, lets itself be broken: no reserves and little readiness.",
  formula: f`gate(-${reserveCover}, -${reserveNeed}, 0.02) * gate(-${quality}, -${qualityNeed}, 0.05)`,
});

export const spellMean = constant({
  unit: "week",
  meaning: "Mean length of a manoeuvre spell.",
  value: 3,
  source: "[J] Kharkiv, September 2022: about two weeks; Kherson: six.",
});

export const spell = regime({
  over: [side, sector],
  meaning: "1 while a side manoeuvres beyond the opponent's line in a sector.",
  enter: f`${breakthroughLayer} * (1 - ${known}) * ${fighting} * ${breakthroughHazard}
         * ${permissive.of(opponent)} * exp(${pressureSteepness} * min(${pressure}, 3))`,
  leave: f`1 / ${spellMean}`,
  stream: "front/breakthrough",
});

export const manoeuvreSpeed = parameter({
  unit: "km/week",
  meaning: "Advance in a manoeuvre spell.",
  prior: lognormalRange({ low: 4, central: 15, high: 50 }),
  source: "CSIS: 590 m a day at Kherson and 7.5 km a day at Kharkiv in 2022.",
});

export const manoeuvreWidth = parameter({
  unit: "km",
  meaning: "Width on which a manoeuvre spell advances.",
  prior: lognormalRange({ low: 10, central: 25, high: 60 }),
  source: "[J]",
});

export const manoeuvreGain = flow({
  over: [side, sector],
  unit: "km^2/week",
  meaning: "Ground taken by manoeuvre.",
  formula: f`${spell} * ${manoeuvreSpeed} * ${manoeuvreWidth}`,
});
