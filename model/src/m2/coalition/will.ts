/** Donors' will, group by group: it tires, it answers to success and to alarm, and elections shake it. */
import { assign, f, lognormalRange, noise, normal, parameter, smooth, stock } from "@logjam/lang";
import { willVolatility } from "../../m1/coalition/will.ts";
import { donor } from "../../sets.ts";
import { totalChange } from "../front/line.ts";

export { willVolatility } from "../../m1/coalition/will.ts";

export const fatigue = parameter({
  over: [donor],
  unit: "1/week",
  meaning: "Rate at which a group's will wanes of itself.",
  prior: {
    us: normal({ mean: 0.004, sd: 0.004 }),
    germany: normal({ mean: 0, sd: 0.003 }),
    "uk-nordic-baltic-poland": normal({ mean: 0, sd: 0.003 }),
    "rest-of-eu-and-others": normal({ mean: 0.001, sd: 0.003 }),
  },
  source: "[J] the American request of October 2023 stalled; European groups differed in sign.",
});

export const rally = parameter({
  unit: "1/km^2",
  meaning: "How much ground gained by Ukraine strengthens, and ground lost by it weakens, donors' will, per km2.",
  prior: lognormalRange({ low: 0.000005, central: 0.00002, high: 0.00008 }),
  source: "[J] success attracts support; 5,000 km2 move will by a tenth.",
});

export const attention = parameter({
  unit: "week",
  meaning: "Time over which donors remember the line's movement.",
  prior: lognormalRange({ low: 8, central: 20, high: 40 }),
  source: "[J]",
});

export const election = parameter({
  over: [donor],
  unit: "1/week",
  meaning: "Rate of political turns (elections, blocked laws) in a group.",
  prior: {
    us: lognormalRange({ low: 0.005, central: 0.01, high: 0.02 }),
    germany: lognormalRange({ low: 0.004, central: 0.008, high: 0.016 }),
    "uk-nordic-baltic-poland": lognormalRange({ low: 0.003, central: 0.006, high: 0.012 }),
    "rest-of-eu-and-others": lognormalRange({ low: 0.003, central: 0.006, high: 0.012 }),
  },
  source: "[J] one turn in one to three years.",
});

export const turnSize = parameter({
  unit: "1",
  meaning: "Typical change of the logarithm of will at a political turn.",
  prior: lognormalRange({ low: 0.15, central: 0.4, high: 1 }),
  source: "[J] American allocations ended in 2025; German ones tripled (Kiel).",
});

export const willShock = noise({
  over: [donor],
  stream: "coalition/will-by-donor",
  kind: "normal",
  meaning: "Weekly shock to a group's will.",
});
export const turnChance = noise({
  over: [donor],
  stream: "coalition/turn-chance",
  kind: "uniform",
  meaning: "Whether a political turn falls in this week.",
});
export const turnDirection = noise({
  over: [donor],
  stream: "coalition/turn-direction",
  kind: "normal",
  meaning: "Direction and size of a political turn.",
});

export const rememberedLoss = smooth({
  input: totalChange,
  time: attention,
  meaning: "Loss of ground as donors remember it.",
});

export const will = stock({
  over: [donor],
  unit: "1",
  meaning: "A group's will to support, against that of 5 December 2022.",
  initial: 1,
});

export const willNext = assign(
  will,
  f`min(5, ${will} * exp(-${fatigue} * timeStep - ${rally} * ${rememberedLoss} * timeStep
  + ${willVolatility} * ${willShock}
  + if(${turnChance} < ${election} * timeStep, ${turnSize} * ${turnDirection}, 0)))`,
);
