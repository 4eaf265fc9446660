/** What is told of an output's records: shares with intervals, quantiles, gains; and of the difference of two variants. */
import { clusteredMean, clusteredShare, type Estimate, quantileSorted } from "@logjam/inference";
import { FAN_LEVELS, GAIN_LEVELS } from "../levels.ts";
import type { OutputKind, OutputStatistics } from "../protocol.ts";
import { floatSorter } from "./sort-floats.ts";
import type { Row, VariantStore } from "./variant-store.ts";

/** Statistics of an owned output for the first `members`. `draws`: each member's particle. */
export function statisticsOf(
  kind: OutputKind,
  output: number,
  of: 0 | 1,
  store: VariantStore,
  members: number,
  draws: Int32Array,
): OutputStatistics {
  if (kind === "flag") {
    const [even, odd] = [store.row(output, members), store.row(output, members)];
    const week = (w: number) => filled(store, output, w, w % 2 === 0 ? even : odd);
    return { output, of, curve: curveOf(store.weeks, week, (row) => clusteredShare(row, draws)) };
  }
  const row = store.row(output, members) as Float32Array;
  const week = (w: number) => filled(store, output, w, row);
  const sorted = floatSorter(members);
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
  members: number,
  draws: Int32Array,
): OutputStatistics {
  const [a, b] = [main.row(output, members), main.row(output, members)];
  const subtract = <Into extends Int8Array | Float32Array>(w: number, into: Into): Into => {
    main.gather(output, w, a);
    other.gather(output, w, b);
    for (let m = 0; m < members; m++) into[m] = a[m]! - b[m]!;
    return into;
  };
  if (kind === "flag") {
    const [even, odd] = [new Int8Array(members), new Int8Array(members)];
    const week = (w: number) => subtract(w, w % 2 === 0 ? even : odd);
    return { output, of: 2, curve: curveOf(main.weeks, week, (row) => clusteredMean(row, draws)) };
  }
  const difference = new Float32Array(members);
  const sorted = floatSorter(members);
  return { output, of: 2, fan: fanOf(main.weeks, (w) => sorted(subtract(w, difference))) };
}

/** @param week gives two buffers in turn: each is looked at again a week later. */
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
    for (let i = 0; i < FAN_LEVELS.length; i++) fan[i * weeks + w] = quantileSorted(row, FAN_LEVELS[i]!);
  }
  return fan;
}
