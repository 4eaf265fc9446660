import { monthName } from "./number-format.ts";

export interface DateTick {
  readonly time: number;
  readonly label: string;
}

/** Round tick values inside and around [low, high], about `count` of them, at steps of 1, 2, 2.5 or 5 times a power of ten. */
export function niceTicks(low: number, high: number, count: number): readonly number[] {
  const span = high - low || Math.abs(high) || 1;
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 2.5, 5, 10].find((multiple) => multiple * power >= raw * 0.999999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // Multiples are rounded to twelve digits: 3 * 0.1 must print as 0.3.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

const steps = [1, 2, 3, 6, 12, 24] as const;

/** Ticks at starts of months (UTC) within [from, to], at most `most` of them; January is labelled with its year. */
export function dateTicks(from: number, to: number, most: number): readonly DateTick[] {
  const step = steps.find((months) => monthStarts(from, to, months).length <= most) ?? 24;
  const starts = monthStarts(from, to, step);
  return starts.map((time, index) => {
    const date = new Date(time);
    if (date.getUTCMonth() === 0) return { time, label: String(date.getUTCFullYear()) };
    // The first tick carries its year too when no January follows to tell it.
    const year = index === 0 && !starts.some((other) => new Date(other).getUTCMonth() === 0);
    return { time, label: year ? `${monthName(time)} ${date.getUTCFullYear()}` : monthName(time) };
  });
}

function monthStarts(from: number, to: number, step: number): number[] {
  const first = new Date(from);
  const starts: number[] = [];
  const year = first.getUTCFullYear();
  for (let month = 0; ; month += step) {
    const time = Date.UTC(year, month, 1);
    if (time > to) return starts;
    if (time >= from) starts.push(time);
  }
}
