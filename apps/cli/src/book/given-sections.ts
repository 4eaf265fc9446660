/** What a quantity was given rather than computes: a prior, a value, a range. */
import type { ParameterScalar, PrintedQuantity } from "@logjam/lang";
import { interval, showPrior } from "@logjam/lang";
import { type Html, html } from "../report/html.ts";
import type { BookModel } from "./book-model.ts";
import { table } from "./page-shell.ts";
import { priorFigure } from "./prior-figure.ts";
import { compactNumber, elementWords, nameWords, shortName, unitWords } from "./words.ts";

export const labelOf = (elements: readonly string[]): string => elements.map(elementWords).join(", ");

/** The prior as a picture and in numbers, one row per element. */
export function priorSection(book: BookModel, quantity: PrintedQuantity): Html | false {
  if (quantity.kind !== "parameter") return false;
  const scalars = book.model.parameters.filter((scalar) => scalar.quantity === quantity.name);
  // Elements with the same prior are shown as one.
  const alike = scalars.every(({ prior }) => showPrior(prior) === showPrior(scalars[0]!.prior));
  const shown = alike ? scalars.slice(0, 1) : scalars;
  const title = ({ elements }: ParameterScalar) => (alike ? "" : labelOf(elements));
  const name = `prior of ${nameWords(shortName(quantity.name))}`;
  return html`<section><h2 id="prior">Prior</h2><figure>${priorFigure(
    shown.map((scalar) => ({ title: title(scalar), prior: scalar.prior })),
    name,
  )}<p class="caption">Density of what is believed before the data; the marks stand at 5, 50 and 95 %. Unit: ${unitWords(quantity.unit)}.${
    alike && scalars.length > 1 && " The prior is the same for each element; each is drawn for itself."
  }</p></figure>${table(
    [alike ? "" : "Element", "5 % below", "Half below", "95 % below", "As the author gave it"],
    shown.map((scalar) => {
      const [low, high] = interval(scalar.prior, 0.9);
      return [
        title(scalar) || "Prior",
        compactNumber(low),
        compactNumber(scalar.prior.quantile(0.5)),
        compactNumber(high),
        html`<code>${showPrior(scalar.prior)}</code>`,
      ];
    }),
    "numbers",
  )}</section>`;
}

/** Values of constants, defaults and ranges of levers, points of tables. */
export function givenSection({ kind, value, range, unit }: PrintedQuantity): Html | false {
  if (value === undefined) return false;
  const head =
    kind === "lever" ? "Range and default" : kind === "lookup" ? "Points" : kind === "stock" ? "Start" : "Value";
  const rows = leavesOf(value);
  return html`<section><h2 id="value">${head}</h2>${range && html`<p>From ${compactNumber(range[0])} to ${compactNumber(range[1])}.</p>`}${
    rows.length === 1 && rows[0]!.label === ""
      ? html`<p>${kind === "lever" && "Default: "}${rows[0]!.text} <small>(${unitWords(unit)})</small></p>`
      : table(
          ["Element", `${kind === "lever" ? "Default" : "Value"} (${unitWords(unit)})`],
          rows.map(({ label, text }) => [label, text]),
          "numbers",
        )
  }</section>`;
}

/** The numbers of a nested record with the labels that lead to them. */
function leavesOf(
  value: unknown,
  labels: readonly string[] = [],
): readonly { readonly label: string; readonly text: string }[] {
  if (Array.isArray(value)) return value.map((point, k) => ({ label: `${k + 1}`, text: JSON.stringify(point) }));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([label, inner]) => leavesOf(inner, [...labels, label]));
  return [{ label: labelOf(labels), text: typeof value === "number" ? compactNumber(value) : String(value) }];
}
