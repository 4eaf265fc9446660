import { hasFigure, recordFigure } from "../backtest/record-figure.ts";
import { plainRecord, type TrackRecord } from "../backtest/record-words.ts";
import { figureBlock, fullWidth } from "./figure-block.ts";
import { type Html, html } from "./html.ts";

/** What stands first in the report: how good the forecasts have been, or that nobody has looked, and how to. */
export function trackSection(record: TrackRecord | undefined): Html {
  if (record === undefined)
    return html`<section aria-labelledby="track-record"><h2 id="track-record">${heading}</h2>
<p>That is not known here: the data folder has no <code>track-record/summary.csv</code>. <code>npx logjam backtest</code> makes it, in about half an hour.</p>
</section>
`;
  const { lead, points } = plainRecord(record);
  return html`<section aria-labelledby="track-record"><h2 id="track-record">${heading}</h2>
${lead.map((paragraph) => html`<p>${paragraph}</p>`)}
${hasFigure(record) && figureBlock((canvas) => recordFigure(record, canvas), fullWidth)}
${points.map(
  ({ title, intro, items }) =>
    html`<h3 class="point">${title}</h3>${intro !== "" && html`<p>${intro}</p>`}${items.length > 0 && html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`}`,
)}
</section>
`;
}

const heading = "How good have its forecasts been?";
