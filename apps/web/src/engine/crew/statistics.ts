/** What is told of an output's records: shares with intervals, quantiles, gains; and of the difference of two variants. */
import { clusteredMean, clusteredShare, type Estimate, quantileSorted } from "@logjam/inference";
import { FAN_LEVELS, GAIN_LEVELS } from "../levels.ts";
import type { OutputKind, OutputStatistics } from "../protocol.ts";
import type { VariantStore } from "./variant-store.ts";

/** Statistics of an owned output for the first `members`. `draws`: each member's particle. */
export function statisticsOf(
  kind: OutputKind,
  output: number,
  of: 0 | 1,
  store: VariantStore,
  members: number,
  draws: Int32Array,
): OutputStatistics {
  const week = (w: number) => store.week(output, w, members);
  if (kind === "flag") return { output, of, curve: curveOf(store.weeks, week, (row) => clusteredShare(row, draws)) };
  const sorted = sorter(members);
  const fan = fanOf(store.weeks, (w) => sorted(week(w)));
  if (kind === "fan") return { output, of, fan };
  const start = Float32Array.from(week(0));
  const gains = new Float32Array(members);
  const gain = new Float64Array(store.weeks * GAIN_LEVELS.length);
  for (let w = 0; w < store.weeks; w++) {
    const now = week(w);
    for (let m = 0; m < members; m++) gains[m] = now[m]! - start[m]!;
    const row = sorted(gains);
    GAIN_LEVELS.forEach((level, i) => {
      gain[w * GAIN_LEVELS.length + i] = quantileSorted(row, level);
    });
  }
  return { output, of, fan, gain };
}

/** The difference main less other, paired by member. */
export function differenceOf(
  kind: OutputKind,
  output: number,
  main: VariantStore,
  other: VariantStore,
  members: number,
  draws: Int32Array,
): OutputStatistics {
  const difference = kind === "flag" ? new Int8Array(members) : new Float32Array(members);
  const week = (w: number) => {
    const [a, b] = [main.week(output, w, members), other.week(output, w, members)];
    for (let m = 0; m < members; m++) difference[m] = a[m]! - b[m]!;
    return difference;
  };
  if (kind === "flag")
    return {
      output,
      of: 2,
      curve: curveOf(
        main.weeks,
        (w) => week(w).slice(),
        (row) => clusteredMean(row, draws),
      ),
    };
  const sorted = sorter(members);
  return { output, of: 2, fan: fanOf(main.weeks, (w) => sorted(week(w))) };
}

function curveOf<Row extends ArrayLike<number>>(
  weeks: number,
  week: (w: number) => Row,
  estimate: (row: Row) => Estimate,
): NonNullable<OutputStatistics["curve"]> {
  const curve = { value: new Float64Array(weeks), low: new Float64Array(weeks), high: new Float64Array(weeks) };
  let before: Row | undefined;
  let last: Estimate | undefined;
  for (let w = 0; w < weeks; w++) {
    const row = week(w);
    // Most flags stay as they are from week to week.
    if (last === undefined || before === undefined || !same(row, before)) last = estimate(row);
    before = row;
    curve.value[w] = last.value;
    curve.low[w] = last.low;
    curve.high[w] = last.high;
  }
  return curve;
}

function same(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** [level][week]. */
function fanOf(weeks: number, sortedWeek: (w: number) => Float32Array): Float64Array {
  const fan = new Float64Array(FAN_LEVELS.length * weeks);
  for (let w = 0; w < weeks; w++) {
    const row = sortedWeek(w);
    FAN_LEVELS.forEach((level, i) => {
      fan[i * weeks + w] = quantileSorted(row, level);
    });
  }
  return fan;
}

/** Sorts the finite values of a row into one buffer. */
function sorter(members: number): (row: ArrayLike<number>) => Float32Array {
  const buffer = new Float32Array(members);
  return (row) => {
    let count = 0;
    for (let i = 0; i < row.length; i++) if (Number.isFinite(row[i]!)) buffer[count++] = row[i]!;
    return buffer.subarray(0, count).sort();
  };
}
