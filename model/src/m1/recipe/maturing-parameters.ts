/** How long an element of the recipe takes to matter, and how fast it is countered. */
import { constant, lognormalRange, parameter } from "@logjam/lang";
import { element } from "../../sets.ts";

export const maturation = parameter({
  over: [element],
  unit: "week",
  meaning: "Mean time from funding an element to its effect at the front.",
  prior: {
    air: lognormalRange({ low: 26, central: 45, high: 78 }),
    breaching: lognormalRange({ low: 26, central: 37, high: 52 }),
    counterBattery: lognormalRange({ low: 13, central: 26, high: 52 }),
    reserves: lognormalRange({ low: 13, central: 22, high: 39 }),
    electronicWarfare: lognormalRange({ low: 8, central: 14, high: 26 }),
    command: lognormalRange({ low: 13, central: 26, high: 52 }),
    logistics: lognormalRange({ low: 13, central: 26, high: 52 }),
    production: lognormalRange({ low: 26, central: 52, high: 104 }),
  },
  source: "[J] earliest plausible effects, domain notes 2.",
});

export const edgeHalfLife = parameter({
  unit: "week",
  meaning: "Time in which the opponent's adaptation halves an element's effect, if nothing renews it.",
  prior: lognormalRange({ low: 13, central: 26, high: 52 }),
  source:
    "[J] Excalibur's success fell below 10 % within months of jamming (Washington Post); among the least known numbers here.",
});

export const renewal = parameter({
  unit: "week",
  meaning: "Time in which a funded element builds or renews its effect.",
  prior: lognormalRange({ low: 8, central: 16, high: 32 }),
  source: "[J] a development cycle of months.",
});

export const ln2 = constant({
  unit: "1",
  meaning: "Natural logarithm of 2.",
  value: 0.6931471805599453,
  source: "Mathematics.",
});
