import type { Answer, OutcomeProbability } from "@logjam/analysis";
import { formatPercent, formatPercentInterval, probabilityCurves } from "@logjam/figures";
import { figureBlock, halfWidth } from "./figure-block.ts";
import { type Html, html } from "./html.ts";
import {
  isHindsight,
  lastDataDate,
  lookBackNote,
  modelSource,
  outcomeTitle,
  scenarioColour,
  weeksAfter,
} from "./look-up.ts";

/**
 * Below this a curve lies on the axis in every scenario: the table says it better. The last week does not count: an outcome that
 * is only decided there (that nothing else has happened) has no curve.
 */
const worthDrawing = 0.01;

/** How likely each outcome is over time: one figure per outcome that happens at all, and a table of all at the horizon. */
export function outcomeSection(answer: Answer): Html {
  const ids = [...new Set(answer.probabilities.map(({ outcome }) => outcome))];
  const drawn = ids.filter((id) =>
    answer.probabilities.some(
      ({ outcome, value }) => outcome === id && value.slice(0, -1).some((p) => p >= worthDrawing),
    ),
  );
  return html`<section aria-labelledby="outcomes"><h2 id="outcomes">Outcomes over time</h2>
<p>The probability of each outcome by each week, under each policy. Bands are 95 % Monte Carlo intervals: they say how many runs were made, not how good the model is. Outcomes can overlap.</p>
<div class="pair">${drawn.map((id) => curves(answer, id))}</div>
${outcomeTable(answer, ids)}
${definitions(answer)}
</section>
`;
}

function curves(answer: Answer, outcome: string): Html {
  const parts = answer.probabilities.filter((one) => one.outcome === outcome);
  return figureBlock(
    (canvas) =>
      probabilityCurves(
        parts.map(({ scenario, value, low, high }) => ({
          label: scenario,
          dates: value.map((_, week) => weeksAfter(answer.asOf, week)),
          value,
          low,
          high,
          hindsight: isHindsight(answer, scenario),
          colour: scenarioColour(answer, scenario),
        })),
        {
          title: outcomeTitle(answer, outcome),
          unit: "Probability by that week",
          source: modelSource(answer),
          dataDate: lastDataDate(answer),
          ...lookBackNote(
            answer,
            parts.map(({ scenario }) => scenario),
          ),
          description: `${outcomeTitle(answer, outcome)}: ${parts.map((part) => `${part.scenario} ${formatPercent(part.value[part.value.length - 1] ?? Number.NaN)}`).join(", ")} after ${answer.horizonWeeks} weeks`,
        },
        canvas,
      ),
    halfWidth,
  );
}

function outcomeTable(answer: Answer, ids: readonly string[]): Html {
  const scenarios = answer.scenarios.filter(({ id }) => answer.probabilities.some(({ scenario }) => scenario === id));
  const cell = (one: OutcomeProbability | undefined) => {
    if (!one || one.value.length === 0) return html`<td class="number">–</td>`;
    const last = one.value.length - 1;
    const [value = Number.NaN, low = Number.NaN, high = Number.NaN] = [one.value[last], one.low[last], one.high[last]];
    return html`<td class="number">${formatPercent(value)}<br><small>${formatPercentInterval(low, high)}</small></td>`;
  };
  return html`<p class="caption" id="caption-outcomes">Probability within ${answer.horizonWeeks} weeks, with 95 % Monte Carlo intervals</p>
<div class="scroll"><table aria-labelledby="caption-outcomes"><thead><tr><th scope="col">Outcome</th>${scenarios.map(
    ({ id, title }) => html`<th scope="col" class="number" title="${title}">${id}</th>`,
  )}</tr></thead><tbody>${ids.map(
    (id) =>
      html`<tr><th scope="row">${outcomeTitle(answer, id)}</th>${scenarios.map((scenario) =>
        cell(answer.probabilities.find((one) => one.outcome === id && one.scenario === scenario.id)),
      )}</tr>`,
  )}</tbody></table></div>`;
}

function definitions(answer: Answer): Html {
  return html`<details><summary>What the policies and outcomes mean</summary>
<h3>Policies</h3><dl>${answer.scenarios.map(
    ({ id, title, meaning, hindsight }) =>
      html`<dt><code>${id}</code> ${title}${hindsight && " (a look back, no forecast)"}</dt><dd>${meaning}</dd>`,
  )}</dl>
<h3>Outcomes</h3><dl>${answer.outcomes.map(({ title, definition }) => html`<dt>${title}</dt><dd>${definition}</dd>`)}</dl></details>`;
}
