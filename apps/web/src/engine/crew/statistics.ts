/** What is told of an output's records: shares with intervals, quantiles, gains; and of the difference of two variants. */
import { type Estimate, meanOfSums, quantileSorted, shareOfSums } from "@logjam/inference";
import { FAN_LEVELS, GAIN_LEVELS } from "../levels.ts";
import type { OutputKind, OutputStatistics } from "../protocol.ts";
import type { Row, VariantStore } from "./variant-store.ts";

/** What all rows of a crew's worker share. A sorter of one's own for each output would keep engines from making it fast. */
export interface Tools {
  /** Each member's particle. */
  readonly draws: Int32Array;
  readonly sorted: (row: Float32Array) => Float32Array;
}

/** Statistics of an owned output for the first members, as many as there are draws. */
export function statisticsOf(
  kind: OutputKind,
  output: number,
  of: 0 | 1,
  store: VariantStore,
  { draws, sorted }: Tools,
): OutputStatistics {
  const members = draws.length;
  if (kind === "flag") {
    const row = new Uint8Array(members);
    const week = (w: number) => filled(store, output, w, row);
    return { output, of, curve: curveOf(store.weeks, draws, week, shareOfSums) };
  }
  const row = store.row(output, members) as Float32Array;
  const week = (w: number) => filled(store, output, w, row);
  if (kind === "fan") return { output, of, fan: fanOf(store.weeks, (w) => sorted(week(w))) };
  return { output, of, ...sectorOf(store.weeks, week, sorted) };
}

function filled<Into extends Row>(store: VariantStore, output: number, week: number, row: Into): Into {
  store.gather(output, week, row);
  return row;
}

/** A sector's area as a fan, and quantiles of what was gained since week 0: [week][level]. */
function sectorOf(
  weeks: number,
  week: (w: number) => Float32Array,
  sorted: (row: Float32Array) => Float32Array,
): { readonly fan: Float64Array; readonly gain: Float64Array } {
  const start = week(0).slice();
  // The line is taken as recorded up to the as-of date: then all members start alike, and one sort serves both.
  const alike = start.every((area) => area === start[0]);
  const gains = new Float32Array(start.length);
  const gain = new Float64Array(weeks * GAIN_LEVELS.length);
  const fan = fanOf(weeks, (w) => {
    const now = alike ? sorted(week(w)) : week(w);
    for (let m = 0; m < now.length; m++) gains[m] = now[m]! - start[m]!;
    const row = alike ? gains.subarray(0, now.length) : sorted(gains);
    for (let i = 0; i < GAIN_LEVELS.length; i++)
      gain[w * GAIN_LEVELS.length + i] = quantileSorted(row, GAIN_LEVELS[i]!);
    return alike ? now : sorted(now);
  });
  return { fan, gain };
}

/** The difference main less other, paired by member. */
export function differenceOf(
  kind: OutputKind,
  output: number,
  main: VariantStore,
  other: VariantStore,
  { draws, sorted }: Tools,
): OutputStatistics {
  const members = draws.length;
  const [a, b] = [main.row(output, members), main.row(output, members)];
  const subtract = <Into extends Int8Array | Float32Array>(w: number, into: Into): Into => {
    main.gather(output, w, a);
    other.gather(output, w, b);
    for (let m = 0; m < members; m++) into[m] = a[m]! - b[m]!;
    return into;
  };
  if (kind === "flag") {
    const row = new Int8Array(members);
    return { output, of: 2, curve: curveOf(main.weeks, draws, (w) => subtract(w, row), meanOfSums) };
  }
  const difference = new Float32Array(members);
  return { output, of: 2, fan: fanOf(main.weeks, (w) => sorted(subtract(w, difference))) };
}

/** Sums of each particle's members are carried from week to week: few flags change in any. */
function curveOf(
  weeks: number,
  draws: Int32Array,
  week: (w: number) => Uint8Array | Int8Array,
  estimate: (sums: Float64Array, sizes: Float64Array) => Estimate,
): NonNullable<OutputStatistics["curve"]> {
  const particles = draws.reduce((most, draw) => Math.max(most, draw + 1), 0);
  const sums = new Float64Array(particles);
  const sizes = new Float64Array(particles);
  for (const draw of draws) sizes[draw]!++;
  const before = new Int8Array(draws.length);
  const curve = { value: new Float64Array(weeks), low: new Float64Array(weeks), high: new Float64Array(weeks) };
  let now = estimate(sums, sizes);
  for (let w = 0; w < weeks; w++) {
    const row = week(w);
    let changed = false;
    for (let m = 0; m < before.length; m++) {
      const flag = row[m]!;
      if (flag === before[m]) continue;
      sums[draws[m]!]! += flag - before[m]!;
      before[m] = flag;
      changed = true;
    }
    if (changed) now = estimate(sums, sizes);
    curve.value[w] = now.value;
    curve.low[w] = now.low;
    curve.high[w] = now.high;
  }
  return curve;
}

/** [level][week]. */
function fanOf(weeks: number, sortedWeek: (w: number) => Float32Array): Float64Array {
  const fan = new Float64Array(FAN_LEVELS.length * weeks);
  for (let w = 0; w < weeks; w++) {
    const row = sortedWeek(w);
    for (let i = 0; i < FAN_LEVELS.length; i++) fan[i * weeks + w] = quantileSorted(row, FAN_LEVELS[i]!);
  }
  return fan;
}
