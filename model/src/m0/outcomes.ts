/** The outcomes that a line alone can show, under the names of M1 and M2: what a model says that knows nothing of causes. */
import { auxiliary, f, outcome, output } from "@logjam/lang";
import { russianGain, scale, stillness, ukrainianGain } from "../m1/outcomes/thresholds.ts";
import { threshold } from "../sets.ts";
import { area } from "./line.ts";
import { known } from "./record.ts";
import { sector } from "./sets.ts";

export { russianGain, scale, stillness, ukrainianGain } from "../m1/outcomes/thresholds.ts";

export const totalArea = auxiliary({
  unit: "km^2",
  meaning: "Area that Russia holds outside Crimea.",
  formula: f`sum(${area} over ${sector})`,
});

export const areaHeld = output({
  unit: "km^2",
  meaning: "Area that Russia holds outside Crimea.",
  formula: f`${totalArea}`,
});

export const open = auxiliary({
  unit: "1",
  meaning: "1 once the record has ended.",
  formula: f`if(${known} == 0, 1, 0)`,
});

export const gainIn13Weeks = auxiliary({
  unit: "km^2",
  meaning: "Net Russian gain of the last 13 weeks.",
  formula: f`${totalArea} - lag(${totalArea}, 13)`,
});

export const gainIn52Weeks = auxiliary({
  unit: "km^2",
  meaning: "Net Russian gain of the last 52 weeks.",
  formula: f`${totalArea} - lag(${totalArea}, 52)`,
});

export const brokenForUkraine = outcome({
  over: [threshold],
  title: "Logjam broken for Ukraine",
  favours: "ukraine",
  meaning: "Ukraine gains 1,500 km2 net or more within 13 weeks.",
  formula: f`ever(${open} > 0 and ${gainIn13Weeks} <= -${ukrainianGain} * ${scale})`,
});

export const brokenForRussia = outcome({
  over: [threshold],
  title: "Logjam broken for Russia",
  favours: "russia",
  meaning: "Russia gains 3,000 km2 net or more within 13 weeks.",
  formula: f`ever(${open} > 0 and ${gainIn13Weeks} >= ${russianGain} * ${scale})`,
});

export const standstill = outcome({
  over: [threshold],
  title: "Line stands still",
  favours: "neither",
  meaning: "The line changes by less than 250 km2 net over 52 weeks, with or without a ceasefire.",
  formula: f`ever(lag(${open}, 52) > 0 and abs(${gainIn52Weeks}) < ${stillness} * ${scale})`,
});
