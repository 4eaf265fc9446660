/** A text of the page: a template with `{name}` where a value goes, or one template per plural form of `{count}`. */
export type Message = string | PluralForms;

/** Templates by CLDR plural category. English has `one` and `other`, Ukrainian `one`, `few`, `many` and `other`. */
export interface PluralForms {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** The texts of one part of the page, by short name. */
export type Area = Readonly<Record<string, Message>>;

export const LOCALES = ["en", "uk"] as const;
export type Locale = (typeof LOCALES)[number];

/** The language tag that numbers and dates are written by. */
export const TAGS: Readonly<Record<Locale, string>> = { en: "en-GB", uk: "uk-UA" };

/** The template for these values: plural forms are chosen by `count`, which must then be a number. */
export function templateOf(message: Message, locale: Locale, count: unknown): string {
  if (typeof message === "string") return message;
  const category = new Intl.PluralRules(TAGS[locale]).select(typeof count === "number" ? count : 0);
  return (category in message ? message[category as keyof PluralForms] : undefined) ?? message.other;
}

/** The pieces of a template, in order: texts as they stand, and the names between braces. */
export function piecesOf(template: string): readonly ({ readonly text: string } | { readonly name: string })[] {
  return template
    .split(/(\{[a-zA-Z]+\})/)
    .filter((piece) => piece !== "")
    .map((piece) => (/^\{[a-zA-Z]+\}$/.test(piece) ? { name: piece.slice(1, -1) } : { text: piece }));
}
