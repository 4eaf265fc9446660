export { autoregression } from "./autoregression.ts";
export { CENTRED_DRIFTS, DRIFTS, type DriftSettings, drifting, type ErrorSigns, noChange } from "./drift.ts";
export { LOCAL_RATE, type LocalRateSettings, localRate } from "./local-rate.ts";
export type { Rule, RuleRequest } from "./rule.ts";
export { NAIVE_RULES, STRONG_RULES } from "./rules.ts";
