/** Which catalogues there are, and the names of their texts. */
import { en } from "./en/index.ts";
import type { Area, Locale, Message } from "./message.ts";
import { uk } from "./uk/index.ts";

/** `area.name` of every text of the page. */
export type TextKey = {
  [A in keyof typeof en & string]: `${A}.${keyof (typeof en)[A] & string}`;
}[keyof typeof en & string];

/** The shape that every language fills: the areas and names of the English catalogue. */
export const catalogues: Readonly<Record<Locale, Readonly<Record<string, Area>>>> = { en, uk };

/** The message of a key in a language. Throws where there is none: the tests see to it that there always is. */
export function messageOf(locale: Locale, key: TextKey): Message {
  const dot = key.indexOf(".");
  const message = catalogues[locale][key.slice(0, dot)]?.[key.slice(dot + 1)];
  if (message === undefined) throw new Error(`i18n/missing-key: there is no text '${key}' in '${locale}'.`);
  return message;
}
