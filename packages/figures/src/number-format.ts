import { dateInvalid } from "./errors.ts";

/** A narrow no-break space: between a number and its unit. */
export const thin = "\u202f";
const minus = "\u2212";
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A number to about three significant digits, with commas and a true minus sign: 112,345 · 43.7 · 0.021. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "n/a";
  const size = Math.abs(value);
  const digits = size === 0 || size >= 100 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(size))));
  const [whole = "0", fraction = ""] = size.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const trimmed = fraction.replace(/0+$/, "");
  const text = trimmed === "" ? grouped : `${grouped}.${trimmed}`;
  return value < 0 && text !== "0" ? `${minus}${text}` : text;
}

/** A probability as whole percent, without false precision: "<1 %", "3 %", ">99 %". */
export function formatPercent(probability: number): string {
  if (!Number.isFinite(probability)) return "n/a";
  if (probability < 0.005) return `<1${thin}%`;
  if (probability > 0.995) return `>99${thin}%`;
  return `${Math.round(probability * 100)}${thin}%`;
}

/** An interval of a probability in whole percent, rounded outwards so that it never looks narrower than it is: "29–38 %". */
export function formatPercentInterval(low: number, high: number): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return "n/a";
  // The small slack keeps 0.07 * 100 = 7.000000000000001 from becoming 8.
  const from = Math.max(0, Math.floor(low * 100 + 1e-9));
  const to = Math.min(100, Math.ceil(high * 100 - 1e-9));
  return `${from}–${to}${thin}%`;
}

/** A difference of probabilities in percentage points, with its sign: "+12 points". */
export function formatPoints(difference: number): string {
  return Number.isFinite(difference) ? `${signed(difference * 100)}${thin}points` : "n/a";
}

/** An interval of a difference in percentage points, rounded outwards: "+3 to +15 points". */
export function formatPointsInterval(low: number, high: number): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return "n/a";
  return `${signed(Math.floor(low * 100 + 1e-9))} to ${signed(Math.ceil(high * 100 - 1e-9))}${thin}points`;
}

function signed(value: number): string {
  const rounded = Math.round(value);
  if (rounded === 0) return "0";
  return rounded < 0 ? `${minus}${-rounded}` : `+${rounded}`;
}

/** An ISO day as milliseconds since 1970 (UTC). Throws `figure/date-invalid`. */
export function parseDay(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Date.parse accepts 2023-02-31 and moves it into March: ask for the same day back.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) throw dateInvalid(text);
  return time;
}

/** "2023-11-27" as "27 Nov 2023". */
export function formatDay(text: string): string {
  const day = new Date(parseDay(text));
  return `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** The three-letter English month name of a time in milliseconds (UTC). */
export function monthName(time: number): string {
  return months[new Date(time).getUTCMonth()] ?? "";
}
