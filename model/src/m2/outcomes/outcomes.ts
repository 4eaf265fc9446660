/** All outcomes of the product's page, as formulas over the state; each counts from the as-of date on. */
import { assign, auxiliary, constant, f, outcome, stock } from "@logjam/lang";
import { shells } from "../../m1/fires/shells.ts";
import { known } from "../../m1/history.ts";
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
} from "../../m1/outcomes/thresholds.ts";
import { fielded } from "../../m1/recipe/fielded.ts";
import { element, sector, side, threshold } from "../../sets.ts";
import { spell } from "../front/breakthrough.ts";
import { frontage } from "../front/geometry.ts";
import { area, held, totalArea, totalChange } from "../front/line.ts";
import { frontTotal } from "../manpower/front.ts";
import { ceasefire, imposed, relapses } from "../settlement/ceasefire.ts";

export {
  defeatArea,
  defeatGain,
  line2022,
  russianGain,
  scale,
  stillness,
  thinFront,
  troopsNeeded,
  ukrainianGain,
} from "../../m1/outcomes/thresholds.ts";

export const open = auxiliary({
  unit: "1",
  meaning: "1 once the record has ended.",
  formula: f`if(${known} == 0, 1, 0)`,
});

export const lineAtAsOf = stock({
  unit: "km^2",
  meaning: "Area that Russia held, Crimea included, when the record ended.",
  initial: f`${held}`,
});
export const lineAtAsOfNext = assign(
  lineAtAsOf,
  f`if(${known} > 0, ${held} + ${totalChange} * timeStep, ${lineAtAsOf})`,
);

export const corridorAtAsOf = stock({
  unit: "km^2",
  meaning: "Area that Russia held in the Zaporizhzhia sector when the record ended.",
  initial: f`${area.at({ sector: "zaporizhzhia" })}`,
});
export const corridorAtAsOfNext = assign(
  corridorAtAsOf,
  f`if(${known} > 0, ${area.at({ sector: "zaporizhzhia" })}, ${corridorAtAsOf})`,
);

export const almostNothing = constant({
  unit: "km^2",
  meaning: "What is left of Russian-held area outside Crimea when the borders of 1991 are as good as restored.",
  value: 500,
  source: "[J]",
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

export const manoeuvres = auxiliary({
  over: [side],
  unit: "1",
  meaning: "1 while a side manoeuvres in any sector.",
  formula: f`max(${spell} over ${sector})`,
});

export const spellWon = auxiliary({
  over: [side],
  unit: "1",
  meaning: "1 once a side's manoeuvre has lasted two weeks.",
  formula: f`forWeeks(${manoeuvres} > 0.5, 2)`,
});

export const brokenForUkraine = outcome({
  over: [threshold],
  title: "Logjam broken for Ukraine",
  favours: "ukraine",
  meaning: "Ukraine gains 1,500 km2 net or more within 13 weeks, or manoeuvres beyond the line for two weeks.",
  formula: f`ever(${open} > 0 and (${gainIn13Weeks} <= -${ukrainianGain} * ${scale} or ${spellWon.at("ua")} > 0))`,
});

export const brokenForRussia = outcome({
  over: [threshold],
  title: "Logjam broken for Russia",
  favours: "russia",
  meaning: "Russia gains 3,000 km2 net or more within 13 weeks.",
  formula: f`ever(${open} > 0 and ${gainIn13Weeks} >= ${russianGain} * ${scale})`,
});

export const halt = outcome({
  title: "Halt",
  favours: "ukraine",
  meaning: "No net Russian gain over 52 weeks, with Ukraine's force and rounds not lower than a year before.",
  formula: f`ever(lag(${open}, 52) > 0 and ${gainIn52Weeks} <= 0
      and ${frontTotal.at("ua")} >= lag(${frontTotal.at("ua")}, 52) and ${shells.at("ua")} >= lag(${shells.at("ua")}, 52))`,
});

export const standstill = outcome({
  over: [threshold],
  title: "Line stands still",
  favours: "neither",
  meaning: "The line changes by less than 250 km2 net over 52 weeks, with or without a ceasefire.",
  formula: f`ever(lag(${open}, 52) > 0 and abs(${gainIn52Weeks}) < ${stillness} * ${scale})`,
});

export const corridorArea = constant({
  unit: "km^2",
  meaning: "Area that Russia holds in the Zaporizhzhia sector when its corridor to Crimea is cut at the sea.",
  value: 9_000,
  source: "[J] a wedge to the sea of Azov takes about half of the 19,600 km2 held there.",
});

export const corridorCut = outcome({
  over: [threshold],
  title: "Southern corridor cut",
  favours: "ukraine",
  meaning: "Russia holds so little in the Zaporizhzhia sector (9,000 km2) that its corridor to Crimea is cut.",
  formula: f`ever(${open} > 0 and ${area.at({ sector: "zaporizhzhia" })} <= ${corridorAtAsOf}
      - ${scale} * (${corridorAtAsOf} - ${corridorArea}))`,
});

export const line2022Restored = outcome({
  over: [threshold],
  title: "Line of February 2022 restored",
  favours: "ukraine",
  meaning: "Russia holds no more than it held on 23 February 2022: 43,700 km2, Crimea included.",
  formula: f`ever(${open} > 0 and ${held} <= ${lineAtAsOf} - ${scale} * (${lineAtAsOf} - ${line2022}))`,
});

export const borders1991 = outcome({
  title: "Borders of 1991 restored",
  favours: "ukraine",
  meaning: "Russia holds nothing outside Crimea and is about to lose Crimea: less than 500 km2 is left outside it.",
  formula: f`ever(${open} > 0 and ${totalArea} <= ${almostNothing})`,
});

export const ceasefireReached = outcome({
  title: "Ceasefire",
  favours: "neither",
  meaning: "A ceasefire has begun.",
  formula: f`ever(${ceasefire} > 0.5)`,
});

export const harshTerms = outcome({
  title: "Ceasefire on harsh terms",
  favours: "russia",
  meaning: "A ceasefire has come on harsh terms: land beyond the line or binding caps on forces, without guarantees.",
  formula: f`ever(${ceasefire} > 0.5 and ${imposed} > 0.5)`,
});

export const freeze = outcome({
  over: [threshold],
  title: "Freeze",
  favours: "neither",
  meaning: "A ceasefire has held for 52 weeks, with less than 250 km2 of change.",
  formula: f`ever(forWeeks(${ceasefire} > 0.5, 52) and abs(${gainIn52Weeks}) < ${stillness} * ${scale})`,
});

export const stableFreeze = outcome({
  title: "Stable freeze",
  favours: "neither",
  meaning: "A ceasefire has held for 260 weeks.",
  formula: f`ever(forWeeks(${ceasefire} > 0.5, 260))`,
});

export const relapsed = outcome({
  title: "Relapse",
  favours: "neither",
  meaning: "A ceasefire has broken down.",
  formula: f`ever(${relapses} > 0)`,
});

export const overrun = auxiliary({
  over: [threshold],
  unit: "1",
  meaning: "1 once Russia holds 133,000 km2, or a front too thin has lost 300 km2 a week for eight weeks.",
  formula: f`ever(${open} > 0 and (${held} >= ${lineAtAsOf} + ${scale} * (${defeatArea} - ${lineAtAsOf})
      or forWeeks(${frontTotal.at("ua")} < ${thinFront} * ${troopsNeeded} * ${frontage} and ${totalChange} >= ${defeatGain} * ${scale}, 8)))`,
});

export const recipeMatured = outcome({
  title: "Recipe at work",
  favours: "ukraine",
  meaning: "At least one element of Ukraine's recipe works at the front at half its best strength or more.",
  formula: f`ever(max(${fielded.at({ side: "ua" })} over ${element}) >= 0.5)`,
});

export const strategicDefeat = outcome({
  over: [threshold],
  title: "Strategic defeat of Ukraine",
  favours: "russia",
  meaning:
    "Russia holds 133,000 km2 or more; or for eight weeks the front has less than 0.6 of the soldiers that it needs while Russia gains 300 km2 a week or more; or a ceasefire comes on harsh terms without guarantees; a relapse that ends in one of these counts too.",
  formula: f`if(${overrun} > 0 or ${harshTerms} > 0, 1, 0)`,
});

export const logjamContinues = outcome({
  over: [threshold],
  title: "Logjam continues",
  favours: "neither",
  meaning: "So far none of these: broken for Ukraine, broken for Russia, a ceasefire, strategic defeat.",
  formula: f`if(${brokenForUkraine} + ${brokenForRussia} + ${strategicDefeat} + ${ceasefireReached} > 0, 0, 1)`,
});
