import { typeset } from "@logjam/figures";
import { type Content, type Html, html, trusted } from "../report/html.ts";

export interface Step {
  readonly words: string;
  /** Relative to the page. */
  readonly address: string;
}

export interface Shell {
  readonly title: string;
  /** The way from the book's front page down to this page, without the page itself. */
  readonly trail: readonly Step[];
  /** From the page's folder to the book's: `""` or `"../"`. */
  readonly up: "" | "../";
  /** For pages with diagrams. */
  readonly broad?: boolean;
}

/** A whole page of the book as a file's text. */
export function shell({ title, trail, up, broad = false }: Shell, body: Content): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="generator" content="Logjam"/>
<title>${title} · Logjam model book</title>
<link rel="stylesheet" href="${up}book.css"/>
</head>
<body>
<main${broad && trusted(' class="broad"')}>
${trail.length > 0 && html`<nav class="trail" aria-label="Where this page stands">${trail.map(({ words, address }) => html`<a href="${address}">${words}</a> › `)}${title}</nav>`}
${body}
</main>
</body>
</html>
`;
  return page.markup;
}

/** A text of the model's author, with proper signs. */
export const said = (text: string): string => typeset(text);

export const front: Step = { words: "Model book", address: "../index.html" };

/** A table whose first column names each row. */
export function table(heads: readonly string[], rows: readonly (readonly Content[])[], name: string): Html {
  return html`<div class="scroll"><table class="${name}"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(
    ([first, ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
