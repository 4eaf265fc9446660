/** The model book as a set of files: a pure function of models, record, claims and scenarios. */
import type { ClaimsFile, PublicRecord, Scenario } from "@logjam/analysis";
import type { Model } from "@logjam/lang";
import { bookModel, pageOf } from "./book-model.ts";
import { bookStyle } from "./book-style.ts";
import { touchesOf } from "./claim-touches.ts";
import { claimsPage } from "./claims-page.ts";
import { frontPage, modelPage, subjectPage } from "./index-pages.ts";
import { quantityPage } from "./quantity-page.ts";
import { typicalOf } from "./typical.ts";

export interface BookRequest {
  readonly models: readonly { readonly model: Model; readonly record: PublicRecord }[];
  readonly claims?: ClaimsFile;
  readonly scenarios: readonly Scenario[];
  /** ISO day of the record's first week. */
  readonly start: string;
  readonly knownWeeks: number;
  readonly steps: number;
  readonly members: number;
  readonly seed: bigint;
}

/** Texts by path within the book, `index.html` first; addresses within them are relative. */
export function buildBook(
  request: BookRequest,
  report: (stage: string, done: number, of: number) => void = () => {},
): Readonly<Record<string, string>> {
  const { models, claims, scenarios, start, knownWeeks, steps, members } = request;
  const books = models.map(({ model, record }, k) => {
    report(`running ${model.name}`, k, models.length);
    return bookModel(model, typicalOf(model, { ...request, record }));
  });
  const touches = (claims?.claims ?? []).map((claim) => touchesOf(claim, scenarios));
  const around = { books, touches, members, span: { start, weeks: steps, knownWeeks } };
  const files: Record<string, string> = {
    "index.html": frontPage(books, claims?.article.title),
    "book.css": bookStyle(),
  };
  if (claims) files["claims.html"] = claimsPage(claims, touches, books);
  for (const [k, book] of books.entries()) {
    report(`writing ${book.name}`, k, books.length);
    files[`${book.folder}/index.html`] = modelPage(book);
    for (const subject of book.subjects) files[`${book.folder}/${pageOf(subject)}`] = subjectPage(book, subject);
    for (const quantity of book.quantities)
      files[`${book.folder}/${pageOf(quantity.name)}`] = quantityPage(book, quantity, around);
  }
  return files;
}
