/** How a record surprises the truth: week by week, as shares of Student's law. Uniform and unrelated where all is right. */
import type { PublicRecord, Study, Timeline } from "@logjam/analysis";
import { correlation, uniformity } from "@logjam/inference";
import { compileKernel, runKernel } from "@logjam/kernel";
import { compile, seriesTable } from "@logjam/lang";
import { knownSwitch, padded } from "../../packages/analysis/src/record-score.ts";

/** Student's distribution function with 4 degrees of freedom, in closed form. */
export function student4ShareBelow(t: number): number {
  const s = 1 + 0.25 * t * t;
  return 0.5 + (0.375 * t * (1 - (t * t) / (12 * s))) / Math.sqrt(s);
}

/** Runs worlds' truths through records: shares by observation, one per week. */
export function surpriseReader(study: Study, time: Timeline) {
  const { model, observations } = study;
  const scaled = observations.flatMap((one) =>
    one.kind === "weekly" && "output" in one.deviation ? [{ ...one, scale: one.deviation.output }] : [],
  );
  const ir = compile(model, { outputs: scaled.flatMap(({ expected, scale }) => [expected, scale]) });
  const kernel = compileKernel(ir);
  const members = 4;
  const steps = time.knownWeeks;
  return (record: PublicRecord, truth: Float64Array): Record<string, number[]> => {
    const values = { ...record.always, ...padded(record.known, steps), ...knownSwitch(steps, steps) };
    const series = seriesTable(model, ir, { steps, values });
    const parameters = Float64Array.from({ length: members * truth.length }, (_, i) => truth[Math.floor(i / members)]!);
    const { outputs } = runKernel(kernel, { members, steps, seed: 17n, parameters, series });
    const at = (name: string, week: number) =>
      outputs[(ir.outputs.findIndex((output) => output.name === name) * steps + week) * members]!;
    return Object.fromEntries(
      scaled.map(({ id, form, expected, scale }) => {
        const shares = Array.from({ length: steps }, (_, week) => {
          const [observed, foreseen] = [record.scored[id]![week]!, at(expected, week)];
          const gap = form === "difference" ? observed - foreseen : Math.log(observed / foreseen);
          return student4ShareBelow(gap / at(scale, week));
        });
        return [id, shares];
      }),
    );
  };
}

export interface SurpriseCheck {
  readonly observation: string;
  readonly lawful: boolean;
}

/**
 * Whether the shares of several worlds are uniform, and unrelated to what any series showed a week before, at one
 * false-alarm rate for all of these checks together. `shares` are [world][week] by observation.
 */
export function checkSurprises(
  shares: Readonly<Record<string, readonly (readonly number[])[]>>,
  falseAlarmRate: number,
): SurpriseCheck[] {
  const all = Object.entries(shares);
  const rate = falseAlarmRate / (all.length * (1 + all.length));
  return all.map(([observation, worlds]) => {
    const now = worlds.flatMap((row) => row.slice(1));
    const unrelated = all.every(([, others]) => {
      const before = others.flatMap((row) => row.slice(0, -1));
      const z = correlation(now, before) * Math.sqrt(now.length);
      // A normal law's two tails hold less than exp(-z^2 / 2).
      return Math.exp(-0.5 * z * z) >= rate;
    });
    return { observation, lawful: unrelated && uniformity(worlds.flat(), 20).pValue >= rate };
  });
}
