/** Names as words, numbers and units as a reader would say them. */
import { formatNumber, thin, typeset } from "@logjam/figures";
import { nameWords, shortName } from "@logjam/lang";

export { nameWords, shortName };

const elements: Readonly<Record<string, string>> = {
  ua: "Ukraine",
  ru: "Russia",
  us: "United States",
  germany: "Germany",
  "uk-nordic-baltic-poland": "UK, Nordic and Baltic states, Poland",
  "rest-of-eu-and-others": "Rest of the EU and others",
};

/** An element of an index set, for labels: `donetsk-north` -> `Donetsk north`. */
export function elementWords(label: string): string {
  const known = elements[label];
  return known ?? capital(nameWords(label));
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const unitWords = (unit: string): string => (unit === "1" ? "a pure number" : typeset(unit));

const SCALES: readonly (readonly [factor: number, name: string])[] = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
];

/** A number short enough for an axis or a table: `1.25 bn`, `42,000`, `0.013`, `3.1e-7`. */
export function compactNumber(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < 1e-4) return value.toExponential(1).replace("-", value < 0 ? "\u2212" : "-");
  const scale = SCALES.find(([factor]) => size >= factor);
  return scale ? `${formatNumber(value / scale[0])}${thin}${scale[1]}` : formatNumber(value);
}

/** How many there are of something: `1 stock`, `3 stocks`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
