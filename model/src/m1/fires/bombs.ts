/** Glide bombs: the same growth law as drones; Ukraine's own are few. */
import { balance, f, flow, lognormalRange, parameter, stock } from "@logjam/lang";
import { side } from "../../sets.ts";

export const initialBombs = parameter({
  over: [side],
  unit: "bomb/week",
  meaning: "Guided bombs dropped a week, on 5 December 2022.",
  prior: {
    ua: lognormalRange({ low: 0.3, central: 1, high: 3 }),
    ru: lognormalRange({ low: 2, central: 5, high: 15 }),
  },
  source: "[J] 80-250 a month late in 2023, said to be a sixteenth of the rate of early 2024.",
});

export const bombGrowth = parameter({
  over: [side],
  unit: "1/week",
  meaning: "Growth rate of the weekly number of bombs while far from its ceiling.",
  prior: {
    ua: lognormalRange({ low: 0.01, central: 0.03, high: 0.07 }),
    ru: lognormalRange({ low: 0.03, central: 0.06, high: 0.1 }),
  },
  source: "[J] growth from late 2023 to mid-2024 as reported (domain notes 4.9).",
});

export const bombCeiling = parameter({
  over: [side],
  unit: "bomb/week",
  meaning: "Weekly number of bombs at which growth ends.",
  prior: {
    ua: lognormalRange({ low: 15, central: 50, high: 150 }),
    ru: lognormalRange({ low: 400, central: 900, high: 2_000 }),
  },
  source:
    "[J] 3,000-3,500 a month in 2024 and 4,500-7,500 in 2025 were reported later; wide for what was known before.",
});

export const bombs = stock({
  over: [side],
  unit: "bomb/week",
  meaning: "Guided bombs dropped a week.",
  initial: f`${initialBombs}`,
});

export const bombExpansion = flow({
  over: [side],
  unit: "bomb/week^2",
  meaning: "Growth of the weekly number of bombs: logistic.",
  formula: f`${bombGrowth} * ${bombs} * (1 - ${bombs} / ${bombCeiling})`,
});

export const bombsChange = balance(bombs, f`${bombExpansion}`);
