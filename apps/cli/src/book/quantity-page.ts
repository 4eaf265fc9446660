/** The page of one quantity. */
import { mathml, type PrintedEquation, type PrintedQuantity } from "@logjam/lang";
import { type Content, type Html, html, trusted } from "../report/html.ts";
import { type BookModel, pageOf, placeOf } from "./book-model.ts";
import { claimsTouching, type Touches } from "./claim-touches.ts";
import { givenSection, priorSection } from "./given-sections.ts";
import { front, said, shell } from "./page-shell.ts";
import type { Span } from "./trajectory-figure.ts";
import { typicalSection } from "./typical-section.ts";
import { capital, counted, elementWords, nameWords, shortName, unitWords } from "./words.ts";

export interface Surroundings {
  readonly books: readonly BookModel[];
  readonly touches: readonly Touches[];
  readonly span: Span;
  readonly members: number;
}

export const KIND_WORDS: Readonly<Record<PrintedQuantity["kind"], string>> = {
  parameter: "Parameter: an uncertain number, drawn once for a run",
  constant: "Constant: a number taken as known",
  lever: "Lever: what a policy may set",
  series: "Series: data, week by week",
  lookup: "Table",
  stock: "Stock: a state that carries over from week to week",
  auxiliary: "Auxiliary: computed anew each week",
  flow: "Flow: computed anew each week, per week",
  noise: "Noise: drawn anew each week",
  output: "Output: what a run records",
  outcome: "Outcome: a condition that claims ask about",
  conserved: "Law of conservation over the whole model",
};

export function quantityPage(book: BookModel, quantity: PrintedQuantity, around: Surroundings): string {
  const title = capital(nameWords(shortName(quantity.name)));
  const trail = [
    front,
    { words: book.name, address: "index.html" },
    { words: capital(quantity.subject), address: pageOf(quantity.subject) },
  ];
  return shell(
    { title, trail, up: "../" },
    html`<p class="kicker">${book.name} · ${KIND_WORDS[quantity.kind].replace(/:.*$/, "")}</p>
<h1>${title}</h1>
<p class="lead" id="meaning">${said(quantity.meaning)}</p>
${facts(book, quantity, around)}
${quantity.equations.length > 0 && html`<section><h2 id="equation">${quantity.equations.length > 1 ? "Equations" : "Equation"}</h2>${quantity.equations.map((equation) => equationBlock(equation))}</section>`}
${priorSection(book, quantity)}
${givenSection(quantity)}
${typicalSection(book, quantity, around)}
${linkSection(book, "reads", "Depends on", book.reads.get(quantity.name)!)}
${linkSection(book, "read-by", "What depends on it", book.readBy.get(quantity.name)!)}
${claimSection(quantity.name, around)}`,
  );
}

function facts(book: BookModel, quantity: PrintedQuantity, { books }: Surroundings): Html {
  const { unit, over, source, laws, partOf, place, kind, title, stream, gap } = quantity;
  const parts = book.quantities.filter((one) => one.partOf === quantity.name);
  const others = books.filter((other) => other !== book && other.byName.has(quantity.name));
  const judged = source?.includes("[J]");
  const rows: readonly (readonly [string, Content])[] = [
    ["Name", html`<code>${quantity.name}</code>`],
    ["Unit", unitWords(unit)],
    ["Kind", KIND_WORDS[kind]],
    ["Title", title],
    [
      "One for each",
      over.length > 0 &&
        over.map((set) => `${nameWords(set)} (${book.indexSets.get(set)!.map(elementWords).join("; ")})`).join(" and "),
    ],
    [
      "Source",
      source !== undefined &&
        html`${judged && html`<span class="badge open">Judgement</span> `}${said(source.replace(/^\[J\]\s*/, "")) || "The authors' judgement alone."}`,
    ],
    ["Stream", stream !== undefined && html`<code>${stream}</code>`],
    ["Gaps", gap !== undefined && (gap === "error" ? "none allowed" : `filled by the rule “${gap}”`)],
    ["Laws", laws.length > 0 && laws.map((law) => html`<div>${law}</div>`)],
    ["Part of", partOf !== undefined && quantityLink(book, partOf)],
    ["Made of", parts.length > 0 && parts.map(({ name }, k) => html`${k > 0 && ", "}${quantityLink(book, name)}`)],
    ["Stands in", html`<code>${placeOf(place)}</code>`],
    [
      "Also in",
      others.length > 0 &&
        others.map((other) => html`<a href="../${other.folder}/${pageOf(quantity.name)}">${other.name}</a> `),
    ],
  ];
  return html`<dl class="facts">${rows.filter(([, content]) => content !== false && content !== undefined).map(([name, content]) => html`<dt>${name}</dt><dd>${content}</dd>`)}</dl>`;
}

const quantityLink = (book: BookModel, name: string): Html =>
  html`<a href="${pageOf(name)}">${book.byName.get(name) && nameWords(shortName(name))}</a>`;

const ROLE_WORDS: Readonly<Record<PrintedEquation["role"], string | undefined>> = {
  formula: undefined,
  initial: "At the start",
  balance: "Change in a week",
  assign: "Next value",
};

function equationBlock({ role, tex, text, place, reads }: PrintedEquation): Html {
  const words = ROLE_WORDS[role];
  return html`${words && html`<h3>${words}</h3>`}<div class="formula">${trusted(mathml(tex))}</div><p class="author"><code>${linked(text, reads)}</code> <span class="place">${placeOf(place)}</span></p>`;
}

/** The author's text, each name that it reads a link. */
function linked(text: string, reads: readonly string[]): readonly Content[] {
  const names = new Map(reads.map((name) => [shortName(name), name]));
  const equals = text.indexOf("=") + 1;
  return [
    text.slice(0, equals),
    ...text
      .slice(equals)
      .split(/([A-Za-z][\w]*(?:\.[a-z]\w*)*)/)
      .map((piece) => {
        const [, own = piece, picks = ""] = /^(.*?)(\.(?:of|at))?$/.exec(piece) ?? [];
        const name = names.get(own);
        return name === undefined ? piece : html`<a href="${pageOf(name)}">${own}</a>${picks}`;
      }),
  ];
}

function linkSection(book: BookModel, id: string, head: string, names: readonly string[]): Html | false {
  if (names.length === 0) return false;
  const sorted = names.map((name) => book.byName.get(name)!);
  return html`<section><h2 id="${id}">${head}</h2><ul class="links">${sorted.map(
    ({ name, subject, meaning }) =>
      html`<li><a href="${pageOf(name)}">${capital(subject)}: ${nameWords(shortName(name))}</a> <span class="meaning">${said(meaning)}</span></li>`,
  )}</ul></section>`;
}

function claimSection(name: string, { touches }: Surroundings): Html | false {
  const claims = claimsTouching(touches, name);
  if (claims.length === 0) return false;
  return html`<section><h2 id="claims">${counted(claims.length, "claim")} of the article ${claims.length === 1 ? "touches" : "touch"} it</h2><ul class="links">${claims.map(
    ({ id, title }) => html`<li><a href="../claims.html#${id}">${id}: ${title}</a></li>`,
  )}</ul></section>`;
}
