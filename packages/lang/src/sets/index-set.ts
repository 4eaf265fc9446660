import { NOWHERE, type Place, placeOfCallTo } from "../place.ts";

/** A named set of labels that quantities may be declared over, such as `side` = {ua, ru}. */
export class IndexSet<Element extends string = string> {
  readonly name: string;
  readonly elements: readonly Element[];
  readonly place: Place;
  constructor(name: string, elements: readonly Element[], place: Place = NOWHERE) {
    this.name = name;
    this.elements = elements;
    this.place = place;
  }
}

/** A function from one index set to another, such as `opponent`: side -> side. */
export class Mapping {
  readonly name: string;
  readonly from: IndexSet;
  readonly to: IndexSet;
  readonly images: Readonly<Record<string, string>>;
  readonly place: Place;
  constructor(name: string, from: IndexSet, to: IndexSet, images: Readonly<Record<string, string>>, place: Place) {
    this.name = name;
    this.from = from;
    this.to = to;
    this.images = images;
    this.place = place;
  }

  /** The position in `to` of the image of the element at `position` in `from`; -1 where the table has a hole. */
  image(position: number): number {
    return this.to.elements.indexOf(this.images[this.from.elements[position]!] as string);
  }
}

/** Declares an index set: `indexSet("side", ["ua", "ru"])`. Sets align by name in formulas. */
export function indexSet<const Element extends string>(name: string, elements: readonly Element[]): IndexSet<Element> {
  return new IndexSet(name, elements, placeOfCallTo(indexSet));
}

/** Declares a mapping: `mapping("opponent", side, { ua: "ru", ru: "ua" })`, or between two sets with the second as third argument. */
export function mapping<From extends string>(
  name: string,
  from: IndexSet<From>,
  images: Readonly<Record<From, From>>,
): Mapping;
export function mapping<From extends string, To extends string>(
  name: string,
  from: IndexSet<From>,
  to: IndexSet<To>,
  images: Readonly<Record<From, To>>,
): Mapping;
export function mapping(
  name: string,
  from: IndexSet,
  second: IndexSet | Readonly<Record<string, string>>,
  third?: Readonly<Record<string, string>>,
): Mapping {
  const place = placeOfCallTo(mapping as (...inputs: never[]) => unknown);
  if (second instanceof IndexSet) return new Mapping(name, from, second, third ?? {}, place);
  return new Mapping(name, from, from, second, place);
}
