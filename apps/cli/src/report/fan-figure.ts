import type { Answer, Fan, ObservedSeries } from "@logjam/analysis";
import { type Canvas, type Frame, fanChart, formatDay, formatNumber, type Point } from "@logjam/figures";
import { type Html, html } from "./html.ts";
import { isHindsight, lastDataDate, modelSource, scenarioTitle, weeksAfter } from "./look-up.ts";

const historyWeeks = 104;

/**
 * The fan chart of one series of an answer: what was observed, the runs under every policy, and what happened afterwards. For
 * the report, and to be published by itself.
 */
export function drawFan(answer: Answer, series: string, canvas: Canvas): string {
  const fans = answer.fans.filter((fan) => fan.series === series);
  const observed = answer.observed.find((one) => one.series === series);
  const first = fans[0] as Fan;
  const from = weeksAfter(answer.asOf, -historyWeeks);
  const last = fans.flatMap(({ dates }) => dates).reduce((end, date) => (date > end ? date : end), answer.asOf);
  const history = (observed?.known ?? []).filter(({ date }) => date >= from);
  const hindsight = joined(
    history,
    (observed?.hindsight ?? []).filter(({ date }) => date <= last),
  );
  const panels = fans.map((fan) => ({
    ...fan,
    title: `${scenarioTitle(answer, fan.scenario)}${isHindsight(answer, fan.scenario) ? " (a look back, no forecast)" : ""}`,
  }));
  const frame: Frame = {
    title: first.title,
    unit: first.unit,
    source: observed ? `${observed.source}; fans: ${modelSource(answer)}` : modelSource(answer),
    dataDate: observed ? usedTo(observed) : lastDataDate(answer),
    ...(hindsight.length > 0 ? { shownTo: hindsight[hindsight.length - 1]?.date ?? answer.asOf } : {}),
    description: `${first.title}: observations, and model runs under ${panels.length} policies. ${endSentence(answer, fans)}`,
  };
  return fanChart({ history, asOf: answer.asOf, panels, hindsight }, frame, canvas);
}

/** The last date whose value the fit could see: the last known point, whatever the source has published since. */
export function usedTo(observed: ObservedSeries): string {
  return observed.known[observed.known.length - 1]?.date ?? observed.dataDate;
}

/** The last date of a series that is shown at all. */
export function shownTo(observed: ObservedSeries): string {
  return observed.hindsight[observed.hindsight.length - 1]?.date ?? usedTo(observed);
}

/** The hindsight line begins at the last known point, so that no gap suggests a missing week. */
export function joined(known: readonly Point[], later: readonly Point[]): readonly Point[] {
  const last = known[known.length - 1];
  return last && later.length > 0 ? [last, ...later] : later;
}

export function endSentence(answer: Answer, fans: readonly Fan[]): string {
  return fans
    .map(
      (fan) =>
        `${scenarioTitle(answer, fan.scenario)}: middle run ends at ${whole(fan.p50[fan.p50.length - 1])} ${fan.unit}`,
    )
    .join("; ");
}

function whole(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return "n/a";
  return formatNumber(value);
}

/** Where the runs of a series end under every policy, as a table. */
export function fanTable(answer: Answer, series: string): Html {
  const fans = answer.fans.filter((fan) => fan.series === series);
  const first = fans[0] as Fan;
  const end = first.dates[first.dates.length - 1] ?? answer.asOf;
  const cell = (values: readonly number[]) => html`<td class="number">${whole(values[values.length - 1])}</td>`;
  return html`<details><summary>The same as a table: where the runs end on ${formatDay(end)}</summary><div class="scroll"><table><thead><tr><th scope="col">Policy</th><th scope="col" class="number">5 % below</th><th scope="col" class="number">Middle</th><th scope="col" class="number">95 % below</th><th scope="col">Unit</th></tr></thead><tbody>${fans.map(
    (fan) =>
      html`<tr><th scope="row">${scenarioTitle(answer, fan.scenario)}</th>${cell(fan.p05)}${cell(fan.p50)}${cell(fan.p95)}<td>${fan.unit}</td></tr>`,
  )}</tbody></table></div></details>`;
}
