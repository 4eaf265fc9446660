/** What is shown where a link says nothing: the newest data, the fullest model, the article's path to victory. */
import type { Setting } from "./setting.ts";

const FIRST_SCENARIO = "recipe+west";

export const standardSetting = (newest: string, scenarios: readonly string[]): Setting => ({
  asOf: newest,
  model: "M2",
  scenario: scenarios.includes(FIRST_SCENARIO) ? FIRST_SCENARIO : scenarios[0]!,
  levers: {},
  seed: "20231127",
  horizonWeeks: 104,
  byWeek: 104,
  view: { section: "question", hindsight: false, embed: false },
});
