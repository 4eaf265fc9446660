/** Donors' will: it tires, and it is shaken by elections and events that no model foresees. */
import { assign, f, lognormalRange, noise, normal, parameter, stock } from "@logjam/lang";

export const fatigue = parameter({
  unit: "1/week",
  meaning: "Rate at which donors' will wanes.",
  prior: normal({ mean: 0.001, sd: 0.0015 }),
  source: "[J] about 5 % a year, of either sign: European allocations rose in 2025 while American ones ended.",
});

export const willVolatility = parameter({
  unit: "1",
  meaning: "Weekly shock to the logarithm of donors' will.",
  prior: lognormalRange({ low: 0.01, central: 0.025, high: 0.05 }),
  source: "[J] elections and blocked laws: a change by a fifth within a year is common.",
});

export const willShock = noise({ stream: "coalition/will", kind: "normal", meaning: "Weekly shock to donors' will." });

export const will = stock({
  unit: "1",
  meaning: "Donors' will, against that of 5 December 2022.",
  initial: 1,
});

export const willNext = assign(will, f`${will} * exp(-${fatigue} * timeStep + ${willVolatility} * ${willShock})`);
