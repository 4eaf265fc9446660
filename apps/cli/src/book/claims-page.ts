/** The index by claim: which outcomes, parameters and levers an article's claims touch. */
import type { ClaimsFile } from "@logjam/analysis";
import { formatDay } from "@logjam/figures";
import { type Html, html, link } from "../report/html.ts";
import { type BookModel, pageOf } from "./book-model.ts";
import type { Touches } from "./claim-touches.ts";
import { said, shell } from "./page-shell.ts";
import { capital, nameWords, shortName } from "./words.ts";

export function claimsPage(file: ClaimsFile, touches: readonly Touches[], books: readonly BookModel[]): string {
  const { article } = file;
  return shell(
    { title: "By claim", trail: [{ words: "Model book", address: "index.html" }], up: "" },
    html`<p class="kicker">Index</p><h1>By claim</h1>
<p class="lead">What each claim of ${article.author}, ${link(article.url, article.title)} (${formatDay(article.date)}), touches in the models.</p>
<p class="byline">The points are told in our words.</p>
${touches.map((touch) => claimBlock(touch, books))}`,
  );
}

function claimBlock(
  { claim, outcomes, parameters, levers, scenarios, recorded }: Touches,
  books: readonly BookModel[],
): Html {
  return html`<article class="card" id="${claim.id}"><h2><span class="claim-id">${claim.id}</span> ${claim.title}</h2><p>${claim.point}</p>${
    claim.untestable !== undefined && html`<p class="byline">Out of reach of the models: ${claim.untestable}</p>`
  }${claim.propositions && html`<ul>${claim.propositions.map(({ says }) => html`<li>${said(says)}</li>`)}</ul>`}<dl class="facts">${names("Outcomes", outcomes, books)}${names("Parameters", parameters, books)}${names("Levers", levers, books)}${
    scenarios.length > 0 &&
    html`<dt>Policies</dt><dd>${scenarios.map(({ value }) => html`<div>${value.title}: ${said(value.meaning)}</div>`)}</dd>`
  }${recorded.length > 0 && html`<dt>The record</dt><dd>${recorded.map((name) => html`<div><code>${name}</code></div>`)}</dd>`}</dl></article>`;
}

function names(head: string, list: readonly string[], books: readonly BookModel[]): Html | false {
  if (list.length === 0) return false;
  return html`<dt>${head}</dt><dd>${list.map((name) => {
    const found = books.filter((book) => book.byName.has(name));
    const links = found.map(
      (book, k) => html`${k > 0 && ", "}<a href="${book.folder}/${pageOf(name)}">${book.name}</a>`,
    );
    return html`<div>${capital(nameWords(shortName(name)))}: ${found.length > 0 ? links : "in none of these models"}</div>`;
  })}</dd>`;
}
