import { seedFor } from "../draws/draws.ts";
import type { Rule } from "../rivals/rule.ts";

/** What a forecaster is told: histories up to the origin, and nothing else. */
export interface ForecastRequest {
  /** The last known Monday. */
  readonly origin: string;
  /** Weekly levels by target, ending at the origin or `lagWeeks` before it. */
  readonly histories: Readonly<Record<string, Float64Array>>;
  /** Weeks from a history's last level to the origin, for the targets where that is not 0. */
  readonly lagWeeks?: Readonly<Record<string, number>>;
  /** Targets whose levels are wanted (all where left out); an answer may leave out others. */
  readonly wanted?: readonly string[];
  readonly horizonWeeks: number;
  readonly members: number;
  readonly seed: bigint;
}

/** Levels by target, [week][member]; week 0 is one week after the origin. Members are joint over targets. */
export type Forecast = Readonly<Record<string, Float64Array>>;

/** `naive`: what anyone could have said; `strong`: a rule of a few lines; `model`: a model of this project. */
export type Family = "naive" | "strong" | "model";

/** A forecaster of one or more targets: rules, M0, and any model with a posterior. */
export interface Forecaster {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  /** Changes with anything that changes its forecasts; part of the identity of results. */
  readonly version: string;
  readonly forecasts: (target: string) => boolean;
  readonly forecast: (request: ForecastRequest) => Forecast | Promise<Forecast>;
}

/**
 * A rule as a forecaster of every target, one by one. Where a history ends before the origin, the rule starts where it
 * ends, and the weeks up to the origin are left out.
 */
export function fromRule(rule: Rule, family: Family): Forecaster {
  return {
    id: rule.id,
    title: rule.title,
    family,
    version: "1",
    forecasts: () => true,
    forecast: ({ histories, lagWeeks = {}, wanted, horizonWeeks, members, seed }) =>
      Object.fromEntries(
        Object.entries(histories)
          .filter(([target]) => wanted?.includes(target) ?? true)
          .map(([target, history]) => {
            const own = rule.draws === "common" ? seed : seedFor(seed, target);
            const lag = lagWeeks[target] ?? 0;
            const levels = rule.forecast({ history, horizonWeeks: horizonWeeks + lag, members, seed: own });
            return [target, levels.subarray(lag * members)];
          }),
      ),
  };
}
