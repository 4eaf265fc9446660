/** Drift and shocks of the line: what the balance of forces does not explain. */
import { lognormalRange, parameter } from "@logjam/lang";

export const tiltMemory = parameter({
  unit: "week",
  meaning: "Over how many weeks the unexplained drift of the line is averaged.",
  prior: lognormalRange({ low: 5, central: 11, high: 25 }),
  source: "[J] a half-life of about 8 weeks forecasts well among simple rules.",
});

export const tiltFading = parameter({
  unit: "1/week",
  meaning: "Rate at which the unexplained drift fades once the record ends.",
  prior: lognormalRange({ low: 0.005, central: 0.015, high: 0.05 }),
  source: "[J] initiative changes hands within months to a few years: four to six regimes were seen in three years.",
});

export const tiltDeviation = parameter({
  unit: "km^2/week",
  meaning: "Weekly innovation of the unexplained drift.",
  prior: lognormalRange({ low: 3, central: 8, high: 20 }),
  source: "[J] so that the drift may change by 60 km2 a week within a year.",
});

export const shockDeviation = parameter({
  unit: "km^2/week",
  meaning: "Typical size of a week's shock to the line.",
  prior: lognormalRange({ low: 15, central: 35, high: 80 }),
  source: "[J] standard deviations of 17-69 km2 a week by phase (domain notes 4.1).",
});

export const tailWeight = parameter({
  unit: "1",
  meaning: "Spread of the size of shocks from week to week: 0 gives a normal law, more gives heavier tails.",
  prior: lognormalRange({ low: 0.2, central: 0.45, high: 0.8 }),
  source: "[J] the largest weeks are four to five standard deviations.",
});
