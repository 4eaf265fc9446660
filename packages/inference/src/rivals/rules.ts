import { autoregression } from "./autoregression.ts";
import { CENTRED_DRIFTS, DRIFTS, noChange } from "./drift.ts";
import { localRate } from "./local-rate.ts";
import type { Rule } from "./rule.ts";

/** The naive forecasters: what anyone could have said without a model. Skill is measured against the best of them. */
export const NAIVE_RULES: readonly Rule[] = [noChange, ...DRIFTS, autoregression];

/** Stronger rules of a few lines, which a mechanism must beat, or say what it adds. */
export const STRONG_RULES: readonly Rule[] = [...CENTRED_DRIFTS, localRate()];
