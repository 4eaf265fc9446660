import { badOption } from "./errors.ts";

/** A whole number within bounds. Throws `option/value`. */
export function wholeNumber(option: string, text: unknown, least: number, most: number): number {
  const value = typeof text === "string" && /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw badOption(option, String(text), `a whole number from ${least} to ${most} is expected.`);
}

/** A day that exists. Throws `option/value`. */
export function day(option: string, text: unknown): string {
  const time =
    typeof text === "string" && /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(String(text))) return String(text);
  throw badOption(option, String(text), "a date is written like 2025-12-29.");
}
