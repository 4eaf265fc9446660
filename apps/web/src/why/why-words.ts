/** Names of quantities, elements and units as the page says them. */
import { typeset } from "@logjam/figures";
import { nameWords, type PrintedQuantity, shortName } from "@logjam/lang";
import type { TextKey } from "../i18n/catalogue.ts";
import type { Texts } from "../i18n/text.tsx";
import { scalarParts } from "./why-model.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Elements that the catalogues name; all others are said as they are written. */
const ELEMENTS: Readonly<Record<string, TextKey>> = {
  ua: "why.element.ua",
  ru: "why.element.ru",
  us: "why.element.us",
  germany: "why.element.germany",
  "uk-nordic-baltic-poland": "why.element.north",
  "rest-of-eu-and-others": "why.element.rest",
  north: "map.sector.north",
  kharkiv: "map.sector.kharkiv",
  luhansk: "map.sector.luhansk",
  "donetsk-north": "map.sector.donetsk-north",
  "donetsk-centre": "map.sector.donetsk-centre",
  "donetsk-south": "map.sector.donetsk-south",
  zaporizhzhia: "map.sector.zaporizhzhia",
  kherson: "map.sector.kherson",
};

export function elementWords(element: string, { t }: Pick<Texts, "t">): string {
  const key = ELEMENTS[element];
  return key === undefined ? capital(nameWords(element)) : t(key);
}

/** `front.area[kherson]` -> "Area: Kherson and Mykolaiv". */
export function scalarWords(scalar: string, texts: Pick<Texts, "t">): string {
  const { quantity, elements } = scalarParts(scalar);
  const name = capital(nameWords(shortName(quantity)));
  return elements.length === 0
    ? name
    : `${name}: ${elements.map((element) => elementWords(element, texts)).join(", ")}`;
}

export const unitWords = (unit: string, { t }: Pick<Texts, "t">): string =>
  unit === "1" ? t("why.pure") : typeset(unit);

/** What sort of thing a quantity is, in a few words. */
export const kindKey = (kind: PrintedQuantity["kind"]): TextKey => `why.kind.${kind}` as TextKey;

/** Kinds that have a course over time. */
export const RUNS: readonly PrintedQuantity["kind"][] = [
  "series",
  "stock",
  "auxiliary",
  "flow",
  "noise",
  "output",
  "outcome",
];
