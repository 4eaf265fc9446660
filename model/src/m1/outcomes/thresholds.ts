/**
 * Each threshold as stated, and a third lower and higher: a verdict that flips between them is no verdict. Thresholds on
 * a level of area are scaled by their distance from the line of the as-of date, so that a third less is less far to go.
 */
import { constant } from "@logjam/lang";
import { threshold } from "../../sets.ts";

export const scale = constant({
  over: [threshold],
  unit: "1",
  meaning: "Factor on an outcome's threshold.",
  value: { lower: 0.67, stated: 1, upper: 1.33 },
  source: "Product notes: every threshold is reported at plus and minus a third.",
});

const km2 = (value: number, meaning: string, source: string) => constant({ unit: "km^2", meaning, value, source });

export const ukrainianGain = km2(
  1_500,
  "Net Ukrainian gain within 13 weeks that breaks the logjam.",
  "Product notes, outcomes.",
);
export const russianGain = km2(
  3_000,
  "Net Russian gain within 13 weeks that breaks the logjam.",
  "Product notes, outcomes; the most seen in this phase by the end of 2025 was 1,797.",
);
export const line2022 = km2(
  43_700,
  "Area that Russia held on 23 February 2022, Crimea included.",
  "Economist, from ISW: 43,679 km2.",
);
export const defeatArea = km2(
  133_000,
  "Area held by Russia that counts as strategic defeat: about 22 % of Ukraine.",
  "Domain notes 5.4.",
);
export const stillness = km2(
  250,
  "Change within 52 weeks below which the line has stood still.",
  "Product notes: the bound that defines a freeze.",
);

export const defeatGain = constant({
  unit: "km^2/week",
  meaning: "Russian gain that, with a front too thin, counts as strategic defeat.",
  value: 300,
  source: "Product notes, outcomes.",
});

export const troopsNeeded = constant({
  unit: "person/km",
  meaning: "Soldiers that a kilometre of front needs.",
  value: 250,
  source: "[J] some 260,000 on 1,050 km held the line.",
});

export const thinFront = constant({
  unit: "1",
  meaning: "Share of the need below which the front is too thin.",
  value: 0.6,
  source: "Product notes, outcomes.",
});
