/** The outcomes of the product's page, as formulas over the state; each counts from the as-of date on. */
import { assign, auxiliary, f, outcome, stock } from "@logjam/lang";
import { threshold } from "../../sets.ts";
import { shells } from "../fires/shells.ts";
import { frontage } from "../front/geometry.ts";
import { area, held, lineChange } from "../front/line.ts";
import { known } from "../history.ts";
import { force } from "../manpower/force.ts";
import {
  defeatArea,
  defeatGain,
  line2022,
  russianGain,
  scale,
  stillness,
  thinFront,
  troopsNeeded,
  ukrainianGain,
} from "./thresholds.ts";

export const gainIn13Weeks = auxiliary({
  unit: "km^2",
  meaning: "Net Russian gain of the last 13 weeks.",
  formula: f`${area} - lag(${area}, 13)`,
});

export const gainIn52Weeks = auxiliary({
  unit: "km^2",
  meaning: "Net Russian gain of the last 52 weeks.",
  formula: f`${area} - lag(${area}, 52)`,
});

export const brokenForUkraine = outcome({
  over: [threshold],
  title: "Logjam broken for Ukraine",
  favours: "ukraine",
  meaning: "Ukraine gains 1,500 km2 net or more within 13 weeks.",
  formula: f`ever(${known} == 0 and ${gainIn13Weeks} <= -${ukrainianGain} * ${scale})`,
});

export const brokenForRussia = outcome({
  over: [threshold],
  title: "Logjam broken for Russia",
  favours: "russia",
  meaning: "Russia gains 3,000 km2 net or more within 13 weeks.",
  formula: f`ever(${known} == 0 and ${gainIn13Weeks} >= ${russianGain} * ${scale})`,
});

const sinceAsOf = (meaning: string) => auxiliary({ unit: "1", meaning, formula: f`if(${known} == 0, 1, 0)` });
export const open = sinceAsOf("1 once the record has ended.");

export const lineAtAsOf = stock({
  unit: "km^2",
  meaning: "Area that Russia held, Crimea included, when the record ended.",
  initial: f`${held}`,
});
export const lineAtAsOfNext = assign(
  lineAtAsOf,
  f`if(${known} > 0, ${held} + ${lineChange} * timeStep, ${lineAtAsOf})`,
);

export const halt = outcome({
  title: "Halt",
  favours: "ukraine",
  meaning: "No net Russian gain over 52 weeks, with Ukraine's force and rounds not lower than a year before.",
  formula: f`ever(lag(${open}, 52) > 0 and ${gainIn52Weeks} <= 0
      and ${force.at("ua")} >= lag(${force.at("ua")}, 52) and ${shells.at("ua")} >= lag(${shells.at("ua")}, 52))`,
});

export const standstill = outcome({
  over: [threshold],
  title: "Line stands still",
  favours: "neither",
  meaning: "The line changes by less than 250 km2 net over 52 weeks, with or without a ceasefire.",
  formula: f`ever(lag(${open}, 52) > 0 and abs(${gainIn52Weeks}) < ${stillness} * ${scale})`,
});

export const line2022Restored = outcome({
  over: [threshold],
  title: "Line of February 2022 restored",
  favours: "ukraine",
  meaning: "Russia holds no more than it held on 23 February 2022: 43,700 km2, Crimea included.",
  formula: f`ever(${open} > 0 and ${held} <= ${lineAtAsOf} - ${scale} * (${lineAtAsOf} - ${line2022}))`,
});

export const strategicDefeat = outcome({
  over: [threshold],
  title: "Strategic defeat of Ukraine",
  favours: "russia",
  meaning:
    "Russia holds 133,000 km2 or more; or for eight weeks the front has less than 0.6 of the soldiers that it needs while Russia gains 300 km2 a week or more.",
  formula: f`ever(${open} > 0 and (${held} >= ${lineAtAsOf} + ${scale} * (${defeatArea} - ${lineAtAsOf})
      or forWeeks(${force.at("ua")} < ${thinFront} * ${troopsNeeded} * ${frontage} and ${lineChange} >= ${defeatGain} * ${scale}, 8)))`,
});

export const logjamContinues = outcome({
  over: [threshold],
  title: "Logjam continues",
  favours: "neither",
  meaning: "So far none of these: broken for Ukraine, broken for Russia, strategic defeat.",
  formula: f`if(${brokenForUkraine} + ${brokenForRussia} + ${strategicDefeat} > 0, 0, 1)`,
});
