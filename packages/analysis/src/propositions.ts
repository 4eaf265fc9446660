/** A proposition put to the runs: its value, its Monte Carlo interval, and whether it clears its bar. */
import { clusteredMean, clusteredShare, type Estimate, wilson } from "@logjam/inference";
import type { Model } from "@logjam/lang";
import type { PropositionResult } from "./answer.ts";
import { addWeeks, type Timeline } from "./calendar.ts";
import type { Proposition } from "./claims.ts";
import type { ScenarioRun } from "./ensemble.ts";
import type { Fit } from "./fit.ts";
import type { PublicRecord, Study } from "./study.ts";

export interface Findings {
  readonly study: Study;
  readonly record: PublicRecord;
  readonly time: Timeline;
  readonly fit: Fit;
  readonly runs: ReadonlyMap<string, Pick<ScenarioRun, "scenario" | "flags">>;
}

interface Term {
  readonly scenario: string;
  readonly outcome: string;
  readonly byWeek: number;
  readonly weight: number;
}

/** The probabilities that a proposition is made of; none for those about parameters and the record. */
export function termsOf(proposition: Proposition, horizon: number): Term[] {
  if (proposition.probability)
    return [{ ...proposition.probability, byWeek: proposition.probability.byWeek ?? horizon, weight: 1 }];
  return (proposition.contrast ?? []).map((term) => ({ ...term, byWeek: term.byWeek ?? horizon }));
}

/** The scalar of an outcome at a threshold; outcomes without a threshold have only themselves. */
export function scalarOf(model: Model, outcome: string, threshold: string): string {
  const scalars = model.outcomes.filter((o) => o.quantity.split(".").at(-1) === outcome);
  return (scalars.find((o) => o.elements.includes(threshold)) ?? scalars[0])!.name;
}

/** One value per member: the weighted sum of its outcomes (0 or 1 each). Members are paired across scenarios. */
export function memberValues(findings: Findings, terms: readonly Term[], threshold: string): Float64Array {
  const members = findings.fit.members;
  const sum = new Float64Array(members);
  for (const term of terms) {
    const scalar = scalarOf(findings.study.model, term.outcome, threshold);
    const row = findings.runs.get(term.scenario)!.flags(scalar, term.byWeek);
    for (let m = 0; m < members; m++) sum[m] = sum[m]! + term.weight * row[m]!;
  }
  return sum;
}

export function evaluateProposition(proposition: Proposition, findings: Findings): PropositionResult {
  const terms = termsOf(proposition, findings.time.horizonWeeks);
  const { stated, lower, upper } = findings.study.thresholds;
  const estimate = (threshold: string): Estimate => {
    if (proposition.parameter) return parameterShare(proposition.parameter, findings);
    if (proposition.observed) return recordRatio(proposition.observed, findings);
    const values = memberValues(findings, terms, threshold);
    return (proposition.probability ? clusteredShare : clusteredMean)(values, findings.fit.draws);
  };
  const kind = proposition.probability
    ? "probability"
    : proposition.contrast
      ? "contrast"
      : proposition.parameter
        ? "parameter"
        : "observed";
  const { value, low, high } = estimate(stated);
  const direction = proposition.atLeast === undefined ? "at-most" : "at-least";
  const bar = (proposition.atLeast ?? proposition.atMost)!;
  return {
    sentence: proposition.says,
    kind,
    value,
    low,
    high,
    bar,
    direction,
    holds: holds({ value, low, high }, bar, direction),
    sensitivity:
      terms.length === 0
        ? []
        : [
            { threshold: "-33 %", ...estimate(lower) },
            { threshold: "+33 %", ...estimate(upper) },
          ],
    parts: terms.map((term) => {
      const row = memberValues(findings, [{ ...term, weight: 1 }], stated);
      const { scenario, outcome, byWeek } = term;
      const part = clusteredShare(row, findings.fit.draws);
      return { scenario, outcome, byWeek, date: addWeeks(findings.time.asOf, byWeek), ...part };
    }),
  };
}

/** Yes or no only where the whole interval lies on one side of the bar. */
export function holds(estimate: Estimate, bar: number, direction: "at-least" | "at-most"): "yes" | "no" | "undecided" {
  const [clear, miss] =
    direction === "at-least" ? [estimate.low >= bar, estimate.high < bar] : [estimate.high <= bar, estimate.low > bar];
  return clear ? "yes" : miss ? "no" : "undecided";
}

/** Share of the posterior above or below a value; the interval is that of the fit's effective sample size. */
function parameterShare(spec: NonNullable<Proposition["parameter"]>, { study, fit }: Findings): Estimate {
  const index = study.model.parameters.findIndex((p) => p.name === spec.name);
  const values = fit.parameters.subarray(index * fit.members, (index + 1) * fit.members);
  let count = 0;
  for (const v of values) if (spec.above === undefined ? v < spec.below! : v > spec.above) count++;
  const effective = Math.min(fit.members, fit.summary.distinct);
  return wilson((count / fit.members) * effective, effective);
}

/** Ratio of two means of the record: a fact about the data, so the interval is a point. */
function recordRatio(spec: NonNullable<Proposition["observed"]>, { record }: Findings): Estimate {
  const values = record.series[spec.series]!.values;
  const mean = (from: number, to: number) => {
    const window = values.slice(from, to).filter(Number.isFinite);
    return window.reduce((a, b) => a + b, 0) / window.length;
  };
  const end = values.length;
  const earlierEnd = end - spec.against.ending;
  const value = mean(end - spec.weeks, end) / mean(earlierEnd - spec.against.weeks, earlierEnd);
  return { value, low: value, high: value };
}
