import { isObject } from "../text/json.ts";

/** What a fill colour of DeepState's map means. Layer names changed language and form over time; colours did not. */
export type FillRole = "occupied" | "contested" | "other";

export const FILL_ROLES: Readonly<Record<string, FillRole>> = {
  "#a52714": "occupied", // since February 2022
  "#880e4f": "occupied", // before 2022: Crimea, parts of Donetsk and Luhansk
  "#000000": "occupied", // the same, an older form
  "#bcaaa4": "contested", // unknown status
  "#757575": "contested", // "in question" on one map of August 2022
  "#0f9d58": "other", // liberated
  "#0288d1": "other", // liberated
  "#01579b": "other", // liberated
  "#ff5252": "other", // outside Ukraine
  "#ce93d8": "other", // outside Ukraine
  "#bdbdbd": "other", // outside Ukraine
};

/**
 * The fill colour of a feature as `#rrggbb`, however written: `#A52714`, `#a52714ff`, `rgb(165, 39, 20)`, or only in
 * the style reference (`#poly-A52714-1200-77`). Undefined when the feature has none.
 */
export function fillOf(properties: unknown): string | undefined {
  if (!isObject(properties)) return undefined;
  const fill = typeof properties.fill === "string" ? properties.fill.trim().toLowerCase() : "";
  const hex = /^#?([0-9a-f]{6})([0-9a-f]{2})?$/.exec(fill);
  if (hex !== null) return `#${hex[1]}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(fill);
  if (short !== null) return `#${[1, 2, 3].map((i) => short[i]!.repeat(2)).join("")}`;
  const rgb = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(fill);
  if (rgb !== null) return `#${[1, 2, 3].map((i) => Number(rgb[i]).toString(16).padStart(2, "0")).join("")}`;
  const style = typeof properties.styleUrl === "string" ? properties.styleUrl : "";
  const named = /poly-([0-9A-Fa-f]{6})\b/.exec(style);
  return named === null ? fill || undefined : `#${named[1]!.toLowerCase()}`;
}
