import type { IndexSet } from "./index-set.ts";

/** Which element of each index set a formula is being read for: position within the set. */
export type Elements = ReadonlyMap<IndexSet, number>;

/** The number of scalars in a quantity over these sets: 1 for none. */
export const countOf = (over: readonly IndexSet[]): number =>
  over.reduce((count, set) => count * set.elements.length, 1);

/** Position of each set's element for the scalar at `flat`, the last set running fastest. */
export function coordinatesOf(over: readonly IndexSet[], flat: number): number[] {
  const coordinates: number[] = [];
  let rest = flat;
  for (let k = over.length - 1; k >= 0; k--) {
    const size = over[k]!.elements.length;
    coordinates[k] = rest % size;
    rest = Math.floor(rest / size);
  }
  return coordinates;
}

export function flatOf(over: readonly IndexSet[], coordinates: readonly number[]): number {
  return over.reduce((flat, set, k) => flat * set.elements.length + coordinates[k]!, 0);
}

export function elementsAt(over: readonly IndexSet[], flat: number): Elements {
  const coordinates = coordinatesOf(over, flat);
  return new Map(over.map((set, k) => [set, coordinates[k]!]));
}

export const labelsAt = (over: readonly IndexSet[], flat: number): string[] =>
  coordinatesOf(over, flat).map((position, k) => over[k]!.elements[position]!);

/** `fires.lethality` for a scalar, `fires.lethality[ua]` or `front.strength[ua,north]` for an element. */
export function scalarName(name: string, over: readonly IndexSet[], flat: number): string {
  return over.length === 0 ? name : `${name}[${labelsAt(over, flat).join(",")}]`;
}

/** A value for each element: one for all, or a record by label, nested once per further set. */
export type ByElement<Value> = Value | { readonly [label: string]: ByElement<Value> };

/** The entry for one scalar; `undefined` where the record has a hole. Records by label apply in the order of the sets. */
export function entryAt<Value>(
  values: ByElement<Value>,
  over: readonly IndexSet[],
  flat: number,
  isValue: (candidate: unknown) => candidate is Value,
): Value | undefined {
  let entry: unknown = values;
  for (const label of labelsAt(over, flat)) {
    if (isValue(entry) || typeof entry !== "object" || entry === null) break;
    entry = Object.hasOwn(entry, label) ? (entry as Record<string, unknown>)[label] : undefined;
  }
  return isValue(entry) ? entry : undefined;
}

export const isNumber = (candidate: unknown): candidate is number => typeof candidate === "number";
