/** Recruits a week that either side could count on. */
import { lognormalRange, parameter } from "@logjam/lang";
import { side } from "../../sets.ts";

export const baseIntake = parameter({
  over: [side],
  unit: "person/week",
  meaning: "Recruits a week, without the recipe's reserves.",
  prior: {
    ua: lognormalRange({ low: 2_500, central: 4_300, high: 7_000 }),
    ru: lognormalRange({ low: 4_600, central: 6_900, high: 9_200 }),
  },
  source:
    "[J] Ukraine 14,000-26,000 a month; Russia 20,000-40,000 a month in 2023, 28,000-38,000 in 2024 (iStories, Ukrainian MoD).",
});
