/** The page's language for its components: texts, numbers and dates. */
import { createContext, Fragment, type ReactNode, useContext, useMemo } from "react";
import { messageOf, type TextKey } from "./catalogue.ts";
import { type Formats, formatsFor } from "./format.ts";
import { type Locale, piecesOf, templateOf } from "./message.ts";

export type Values = Readonly<Record<string, string | number>>;

export interface Texts extends Formats {
  readonly locale: Locale;
  /** A text with its values filled in; numbers are written by locale, `count` chooses the plural form. */
  readonly t: (key: TextKey, values?: Values) => string;
  /** The same with elements in the place of values. */
  readonly rich: (key: TextKey, values: Readonly<Record<string, ReactNode>>, count?: number) => ReactNode;
}

/** Texts of a language, apart from any page: tests and exports use them too. */
export function textsFor(locale: Locale): Texts {
  const formats = formatsFor(locale);
  return {
    ...formats,
    locale,
    t: (key, values = {}) =>
      piecesOf(templateOf(messageOf(locale, key), locale, values["count"]))
        .map((piece) => ("text" in piece ? piece.text : written(values[piece.name], piece.name, formats)))
        .join(""),
    rich: (key, values, count) =>
      piecesOf(templateOf(messageOf(locale, key), locale, count)).map((piece, index) => (
        // The pieces of one template never change their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={index}>{"text" in piece ? piece.text : values[piece.name]}</Fragment>
      )),
  };
}

function written(value: string | number | undefined, name: string, formats: Formats): string {
  if (value === undefined) throw new Error(`i18n/missing-value: a text asks for '${name}', which was not given.`);
  return typeof value === "number" ? formats.number(value) : value;
}

const Context = createContext<Texts>(textsFor("en"));

export function TextProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  const texts = useMemo(() => textsFor(locale), [locale]);
  return <Context.Provider value={texts}>{children}</Context.Provider>;
}

export const useTexts = (): Texts => useContext(Context);
