/** Numbers that JSON has no form for: gaps in records travel as null. */

export const withGaps = <T>(value: T): T => mapNumbers(value, (x) => (Number.isNaN(x) ? null : x)) as T;

/** Only rows of numbers hold gaps, so every null inside a list is one. */
export function withoutGaps<T>(value: T): T {
  if (Array.isArray(value)) return value.map((each) => (each === null ? Number.NaN : withoutGaps(each))) as T;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutGaps(each)])) as T;
  return value;
}

function mapNumbers(value: unknown, change: (x: number) => number | null): unknown {
  if (typeof value === "number") return change(value);
  if (Array.isArray(value)) return value.map((each) => mapNumbers(each, change));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapNumbers(each, change)]));
  return value;
}
