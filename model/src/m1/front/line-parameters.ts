/** Surprises about the line: how large they are, and how much of each is taken for a change of initiative. */
import { constant, lognormalRange, parameter } from "@logjam/lang";
import { side } from "../../sets.ts";

export const direction = constant({
  over: [side],
  unit: "1",
  meaning: "Whose advance raises the area that Russia holds: 1 Russia's, -1 Ukraine's.",
  value: { ua: -1, ru: 1 },
  source: "By definition.",
});

export const freedom = constant({
  unit: "1",
  meaning: "Degrees of freedom of Student's law of surprises: the fewer, the heavier its tails.",
  value: 4,
  source: "[J] the largest weeks are four to five standard deviations.",
});

export const mappingError = constant({
  unit: "km^2/week",
  meaning: "Least size of a week's surprise: the maps are not drawn more finely than this.",
  value: 3,
  source: "[J] a sector's smallest recorded changes are fractions of a km2; most of them are redrawn edges.",
});

export const shockDeviation = parameter({
  unit: "km^2/week",
  meaning: "Typical size of a week's surprise about the line, in a calm that is neither rare nor lasting.",
  prior: lognormalRange({ low: 20, central: 40, high: 80 }),
  source: "[J] standard deviations of 17-69 km2 a week by phase (domain notes 4.1).",
});

export const learning = parameter({
  unit: "1",
  meaning: "Share of a week's surprise that is taken for a lasting change of initiative.",
  prior: lognormalRange({ low: 0.1, central: 0.3, high: 0.9 }),
  source: "[J] an average over the last month or two forecasts well among simple rules.",
});

export const initiativeFading = parameter({
  unit: "1/week",
  meaning: "Rate at which initiative that nothing explains fades.",
  prior: lognormalRange({ low: 0.0015, central: 0.005, high: 0.015 }),
  source: "[J] initiative changed hands within months to a few years: four to six regimes were seen in three years.",
});

export const turnDeviation = parameter({
  unit: "1",
  meaning: "Weekly shock to initiative by turns that no record foretells: new armies, exhaustion, politics.",
  prior: lognormalRange({ low: 0.07, central: 0.16, high: 0.35 }),
  source: "[J] so that a year may turn a slow advance into a standstill or treble it; both were seen.",
});

export const volatilityLearning = parameter({
  unit: "1",
  meaning: "How fast the expected size of surprises answers to the size of the last one.",
  prior: lognormalRange({ low: 0.03, central: 0.08, high: 0.2 }),
  source: "[J] quiet and stormy weeks come in spells (domain notes 4.1).",
});

export const volatilityFading = parameter({
  unit: "1/week",
  meaning: "Rate at which the size of surprises returns to its usual level.",
  prior: lognormalRange({ low: 0.015, central: 0.05, high: 0.17 }),
  source: "[J] spells last for months.",
});
