import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogues } from "./catalogue.ts";
import { LOCALES, type Message, piecesOf, TAGS } from "./message.ts";
import { sourceFiles, textsIn, textsOf } from "./source-texts.ts";

const app = fileURLToPath(new URL("..", import.meta.url));
const keysOf = (locale: (typeof LOCALES)[number]) =>
  Object.entries(catalogues[locale]).flatMap(([area, texts]) => Object.keys(texts).map((name) => `${area}.${name}`));
const templates = (message: Message) => (typeof message === "string" ? [message] : Object.values(message));
const valuesOf = (message: Message) =>
  [
    ...new Set(
      templates(message)
        .flatMap(piecesOf)
        .flatMap((piece) => ("name" in piece ? [piece.name] : [])),
    ),
  ].sort();

describe("catalogues", () => {
  it("have the same texts in every language", () => {
    for (const locale of LOCALES) expect(keysOf(locale).sort(), locale).toEqual(keysOf("en").sort());
  });

  it("ask for the same values in every language", () => {
    for (const [area, texts] of Object.entries(catalogues.en))
      for (const [name, message] of Object.entries(texts))
        expect(valuesOf(catalogues.uk[area]![name]!), `${area}.${name}`).toEqual(valuesOf(message));
  });

  it("have every plural form of their language, and no other", () => {
    for (const locale of LOCALES) {
      const categories = new Intl.PluralRules(TAGS[locale]).resolvedOptions().pluralCategories;
      for (const [area, texts] of Object.entries(catalogues[locale]))
        for (const [name, message] of Object.entries(texts))
          if (typeof message !== "string")
            expect(Object.keys(message).sort(), `${locale} ${area}.${name}`).toEqual([...categories].sort());
    }
  });

  it("are translated: a Ukrainian text differs from the English one unless it has no words", () => {
    const same = Object.entries(catalogues.en).flatMap(([area, texts]) =>
      Object.entries(texts)
        .filter(([name, message]) => JSON.stringify(message) === JSON.stringify(catalogues.uk[area]![name]))
        .filter(([, message]) =>
          /\p{L}{2,}/u.test(
            templates(message)
              .join()
              .replace(/\{\w+\}/g, ""),
          ),
        )
        .map(([name]) => `${area}.${name}`),
    );
    expect(same.filter((key) => !UNTRANSLATED.includes(key))).toEqual([]);
  });
});

/** Names that are the same everywhere. */
const UNTRANSLATED = ["page.name"];

describe("the app's sources", () => {
  const texts = textsIn(sourceFiles(app));

  it("use every text of the catalogues", () => {
    const used = (key: string) => texts.strings.has(key) || texts.patterns.some((pattern) => pattern.test(key));
    const specific = {
      ...texts,
      patterns: texts.patterns.filter((pattern) => /^\^[a-z][a-zA-Z]*\\\./.test(pattern.source)),
    };
    const unused = keysOf("en").filter(
      (key) => !(texts.strings.has(key) || specific.patterns.some((p) => p.test(key))),
    );
    expect(used("page.question")).toBe(true);
    expect(unused).toEqual([]);
  });

  it("write no words of their own in JSX", () => {
    expect(texts.literals).toEqual([]);
  });

  it("would be found out if they did", () => {
    const bad = textsOf([
      { path: "a.tsx", text: "export const A = () => <p>Some words</p>;" },
      { path: "b.tsx", text: 'export const B = () => <button aria-label="Press" type="button" />;' },
      { path: "c.tsx", text: "export const C = ({ n }) => <p>{`${n} weeks`}</p>;" },
      { path: "d.tsx", text: "export const D = ({ n, t }) => <p className='word'>{t(`page.${n}`)} {n}</p>;" },
    ]);
    expect(bad.literals.map((found) => found.slice(0, 5))).toEqual(["a.tsx", "b.tsx", "c.tsx"]);
    expect(bad.patterns.some((pattern) => pattern.test("page.question"))).toBe(true);
  });
});
