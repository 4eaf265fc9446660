import { addWeeks } from "@logjam/analysis";
import { quantiles } from "@logjam/inference";
import type { Trajectory } from "./messages.ts";
import type { Outputs } from "./run-outputs.ts";

/** Weeks of the known past that are shown before the as-of date. */
const PAST_WEEKS = 52;
const LEVELS = [0.1, 0.5, 0.9] as const;

/** Every recorded scalar over the last year of the record and the whole forecast. */
export function trajectoriesOf(outputs: Outputs, asOf: string): Trajectory[] {
  const { names, steps, knownWeeks, at } = outputs;
  const first = Math.max(0, knownWeeks - PAST_WEEKS);
  const weeks = Array.from({ length: steps - first }, (_, week) => first + week);
  return names.map((name, index) => {
    const rows = weeks.map((step) => at(index, step));
    const base = { name, from: addWeeks(asOf, first - knownWeeks) };
    if (rows.every((row) => row.every((value) => value === 0 || value === 1))) {
      const share = rows.map((row) => row.reduce((sum, value) => sum + value, 0) / row.length);
      return { ...base, kind: "share", p10: share, p50: share, p90: share };
    }
    const found = rows.map((row) => {
      const finite = row.filter(Number.isFinite);
      return finite.length === 0 ? [Number.NaN, Number.NaN, Number.NaN] : quantiles(finite, LEVELS);
    });
    const column = (k: number) => found.map((row) => row[k]!);
    return { ...base, kind: "band", p10: column(0), p50: column(1), p90: column(2) };
  });
}
