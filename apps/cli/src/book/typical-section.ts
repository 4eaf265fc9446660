/** A quantity's typical trajectory, element by element. */
import { formatDay } from "@logjam/figures";
import type { PrintedQuantity } from "@logjam/lang";
import { type Html, html } from "../report/html.ts";
import type { BookModel } from "./book-model.ts";
import { labelOf } from "./given-sections.ts";
import { type Panel, type Span, trajectoryFigure } from "./trajectory-figure.ts";
import { nameWords, shortName, unitWords } from "./words.ts";

export function typicalSection(
  book: BookModel,
  quantity: PrintedQuantity,
  { span, members }: { readonly span: Span; readonly members: number },
): Html | false {
  const panels = panelsOf(book, quantity);
  if (panels.length === 0) return false;
  const share = panels.every(({ trajectory }) => trajectory.kind === "share");
  const lost = panels.reduce((sum, { trajectory }) => sum + trajectory.notFinite, 0);
  const known = new Date(Date.parse(`${span.start}T00:00:00Z`) + span.knownWeeks * 7 * 86_400_000);
  return html`<section><h2 id="typical">A typical course</h2><figure>${trajectoryFigure(
    panels,
    span,
    nameWords(shortName(quantity.name)),
    unitWords(quantity.unit),
  )}<p class="caption">${
    share ? "Share of runs in which it holds." : `Median and 90 % band, week by week, in ${unitWords(quantity.unit)}.`
  } ${members} draws from the priors, none of them fitted; all levers at their defaults. The record enters up to the dashed line, ${formatDay(known.toISOString().slice(0, 10))}; what follows is the model alone. An illustration of the equations, no forecast.${
    lost > 0 && ` ${lost} numbers were not finite and are left out.`
  }</p></figure></section>`;
}

function panelsOf(book: BookModel, { name, over }: PrintedQuantity): readonly Panel[] {
  const labels = over.reduce<readonly (readonly string[])[]>(
    (rows, set) => rows.flatMap((row) => book.indexSets.get(set)!.map((element) => [...row, element])),
    [[]],
  );
  return labels.flatMap((row) => {
    const trajectory = book.typical.get(row.length === 0 ? name : `${name}[${row.join(",")}]`);
    return trajectory ? [{ title: labelOf(row), trajectory }] : [];
  });
}
