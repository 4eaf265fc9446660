/** The pages that lead to the quantities: the book's front, a model's subjects, a subject with its diagrams. */
import type { PrintedQuantity } from "@logjam/lang";
import { type Content, type Html, html } from "../report/html.ts";
import { type BookModel, pageOf } from "./book-model.ts";
import { diagram } from "./diagram.ts";
import { type DiagramPart, diagramParts } from "./diagram-parts.ts";
import { front, said, shell, table } from "./page-shell.ts";
import { capital, counted, nameWords, shortName, unitWords } from "./words.ts";

const isWhole = ({ partOf }: PrintedQuantity): boolean => partOf === undefined;

const countWords = (quantities: readonly PrintedQuantity[]): string => {
  const of = (...kinds: string[]) => quantities.filter(({ kind }) => kinds.includes(kind)).length;
  return [
    counted(of("stock"), "stock"),
    counted(of("flow", "auxiliary"), "computed quantity", "computed quantities"),
    counted(of("parameter"), "parameter"),
    counted(of("constant"), "constant"),
    counted(of("lever"), "lever"),
    counted(of("outcome"), "outcome"),
  ]
    .filter((words) => !words.startsWith("0 "))
    .join(", ");
};

/** The front page of the book. */
export function frontPage(books: readonly BookModel[], article: string | undefined): string {
  return shell(
    { title: "The model book", trail: [], up: "", broad: true },
    html`<p class="kicker">Logjam</p>
<h1>The model book</h1>
<p class="lead">Every quantity of the models, with its meaning, its equation or its prior, its unit and its source. Generated from the models themselves.</p>
<p>What is marked as <span class="badge open">Judgement</span> rests on the authors’ reading, not on a measurement; a sceptic may begin there.</p>
${article !== undefined && html`<p><a href="claims.html">By claim: what “${article}” touches in the models</a></p>`}
${books.map(
  (book) =>
    html`<section><h2 id="${book.folder}"><a href="${book.folder}/index.html">${book.name}</a></h2><p>${said(book.meaning)}</p><p class="byline">${countWords(book.quantities.filter(isWhole))}</p>${table(
      ["Subject", "What it holds"],
      book.subjects.map((subject) => [
        html`<a href="${book.folder}/${pageOf(subject)}">${capital(subject)}</a>`,
        countWords(book.quantities.filter((one) => one.subject === subject && isWhole(one))) ||
          counted(book.quantities.filter((one) => one.subject === subject).length, "series", "series"),
      ]),
      "subjects",
    )}</section>`,
)}`,
  );
}

/** All quantities of a model by subject. */
export function modelPage(book: BookModel): string {
  return shell(
    { title: book.name, trail: [front], up: "../", broad: true },
    html`<p class="kicker">Model</p><h1>${book.name}</h1><p class="lead">${said(book.meaning)}</p>
<p class="byline">${countWords(book.quantities.filter(isWhole))}. Subjects: ${book.subjects.map((subject, k) => html`${k > 0 && ", "}<a href="#${subject}">${subject}</a>`)}.</p>
${book.subjects.map(
  (subject) =>
    html`<section><h2 id="${subject}"><a href="${pageOf(subject)}">${capital(subject)}</a></h2>${quantityTable(book, subject)}</section>`,
)}`,
  );
}

/** A subject: its causal diagrams, then its quantities. */
export function subjectPage(book: BookModel, subject: string): string {
  const parts = diagramParts(book, subject);
  return shell(
    {
      title: capital(subject),
      trail: [front, { words: book.name, address: "index.html" }],
      up: "../",
      broad: true,
    },
    html`<p class="kicker">${book.name} · Subject</p><h1>${capital(subject)}</h1>
<section><h2 id="diagram">What enters what</h2>
<p>An arrow leads from each quantity to what its value enters. Names in bold belong to the picture; paler ones are their direct neighbours, with the subject that they come from. Every box leads to its page.</p>
${legend()}
${parts.map(
  (part, k) =>
    html`<h3 id="picture-${k + 1}">${titleOf(part, parts)}</h3><figure class="drawing">${diagram(book, subject, part)}</figure>`,
)}</section>
<section><h2 id="quantities">Quantities</h2>${quantityTable(book, subject)}</section>`,
  );
}

/** The files' names; where a file fills several pictures, with the quantities that this one is about. */
function titleOf(part: DiagramPart, parts: readonly DiagramPart[]): string {
  const files = capital(part.files.map(nameWords).join(", "));
  const split = parts.some((other) => other !== part && other.files.some((file) => part.files.includes(file)));
  const own = part.own.map((name) => nameWords(shortName(name)));
  return split ? `${files}: ${own.slice(0, 4).join(", ")}${own.length > 4 ? " …" : ""}` : files;
}

function legend(): Html {
  const entries: readonly (readonly [string, string])[] = [
    ["stock", "stock"],
    ["flow", "flow, per week"],
    ["plain", "computed"],
    ["lever", "lever"],
    ["asked", "output or outcome"],
    ["given", "parameter or constant"],
    ["fed", "data or chance"],
    ["arrow", "changes a stock"],
    ["begin", "only sets its start"],
  ];
  return html`<ul class="legend">${entries.map(([style, words]) => html`<li class="${style}">${words}</li>`)}</ul>`;
}

function quantityTable(book: BookModel, subject: string): Html {
  const rows = book.quantities
    .filter((one) => one.subject === subject)
    .map(({ name, kind, meaning, unit, source }): readonly Content[] => [
      html`<a href="${pageOf(name)}">${capital(nameWords(shortName(name)))}</a>`,
      html`<span class="kind">${kind}</span>${source?.includes("[J]") && html` <span class="judgement" title="Judgement">[J]</span>`}`,
      unitWords(unit),
      said(meaning),
    ]);
  return table(["Quantity", "Kind", "Unit", "Meaning"], rows, "quantities");
}
