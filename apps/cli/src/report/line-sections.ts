import type { Answer, Fan, ObservedSeries } from "@logjam/analysis";
import { aidBars, lineChart, lossLines } from "@logjam/figures";
import { drawFan, endSentence, fanTable, joined, shownTo, usedTo } from "./fan-figure.ts";
import { figureBlock, fullWidth, halfWidth } from "./figure-block.ts";
import { type Html, html } from "./html.ts";
import { isHindsight, lastDataDate, lookBackNote, modelSource, scenarioColour } from "./look-up.ts";

type Subject = "line" | "losses" | "aid" | "more";

interface Section {
  readonly subject: Subject;
  readonly heading: string;
  readonly intro: string;
}

const sections: readonly Section[] = [
  {
    subject: "line",
    heading: "The line",
    intro:
      "What the model saw, what it expects under each policy, and what happened. A wide fan is an honest one: the model does not know.",
  },
  {
    subject: "losses",
    heading: "Losses",
    intro: "Claimed losses are claims. They are shown as published.",
  },
  { subject: "aid", heading: "Aid", intro: "Military aid to Ukraine, as tracked by its source." },
  {
    subject: "more",
    heading: "Behind the line",
    intro: "What moves the line in the model. There is no public record to hold these against week by week.",
  },
];

/** Area, losses and aid: observations with the fans of every scenario and what happened afterwards. */
export function lineSections(answer: Answer): readonly Html[] {
  return sections.flatMap(({ subject, heading, intro }) => {
    const observed = answer.observed.filter(({ series }) => subjectOf(series) === subject);
    const fanned = [...new Set(answer.fans.map(({ series }) => series))].filter(
      (series) => subjectOf(series) === subject,
    );
    if (observed.length === 0 && fanned.length === 0) return [];
    const recorded = fanned.filter((series) => observed.some((one) => one.series === series));
    const unrecorded = fanned.filter((series) => !recorded.includes(series));
    return [
      html`<section aria-labelledby="${subject}"><h2 id="${subject}">${heading}</h2><p>${intro}</p>
${recorded.map(
  (series) => html`${figureBlock((canvas) => drawFan(answer, series, canvas), fullWidth)}
${fanTable(answer, series)}`,
)}
${subject === "aid" ? aidFigures(answer, observed) : observed.filter(({ series }) => !fanned.includes(series)).map((one) => lossFigure(answer, one))}
${unrecorded.length > 0 && html`<div class="pair">${unrecorded.map((series) => medianFigure(answer, series))}</div>`}
</section>
`,
    ];
  });
}

/** Which section a series belongs to, by the words in its name. */
function subjectOf(series: string): Subject {
  if (/loss|casualt|killed/i.test(series)) return "losses";
  if (/aid|commit|alloc|deliver/i.test(series)) return "aid";
  return /area|line|held|km2|territor/i.test(series) ? "line" : "more";
}

/** A series that has no record to compare with: the middle run of each policy, in one figure. */
function medianFigure(answer: Answer, series: string): Html {
  const fans = answer.fans.filter((fan) => fan.series === series);
  const first = fans[0] as Fan;
  return figureBlock(
    (canvas) =>
      lineChart(
        {
          series: fans.map((fan) => ({
            label: fan.scenario,
            points: fan.dates.map((date, index) => ({ date, value: fan.p50[index] ?? Number.NaN })),
            dashed: isHindsight(answer, fan.scenario),
            colour: isHindsight(answer, fan.scenario) ? "hindsight" : scenarioColour(answer, fan.scenario),
          })),
          fromZero: true,
          height: 180,
        },
        {
          title: first.title,
          unit: `${first.unit}, middle run of each policy`,
          source: modelSource(answer),
          dataDate: lastDataDate(answer),
          ...lookBackNote(
            answer,
            fans.map(({ scenario }) => scenario),
          ),
          description: `${first.title} in the model. ${endSentence(answer, fans)}`,
        },
        canvas,
      ),
    halfWidth,
  );
}

function lossFigure(answer: Answer, observed: ObservedSeries): Html {
  const { title, unit, source } = observed;
  const later = joined(observed.known, observed.hindsight);
  return figureBlock(
    (canvas) =>
      lossLines(
        [{ label: title, known: observed.known, hindsight: later }],
        answer.asOf,
        { title, unit, source, dataDate: usedTo(observed), shownTo: shownTo(observed) },
        canvas,
      ),
    fullWidth,
  );
}

/** A series whose name others continue ("aid-military", "aid-military-germany") is their sum: stacking it would count twice. */
function isTotal(name: string, all: readonly ObservedSeries[]): boolean {
  return all.filter(({ series }) => series.startsWith(`${name}-`)).length > 1;
}

/** Aid series of one unit and source are parts of one whole: they are stacked in one figure. */
function aidFigures(answer: Answer, observed: readonly ObservedSeries[]): readonly Html[] {
  const groups = new Map<string, ObservedSeries[]>();
  for (const series of observed.filter(({ series }) => !isTotal(series, observed))) {
    const key = `${series.unit}\n${series.source}`;
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  return [...groups.values()].map((group) => {
    const first = group[0] as ObservedSeries;
    const latest = (dates: readonly string[]) => dates.reduce((last, date) => (date > last ? date : last));
    const dataDate = latest(group.map(usedTo));
    const title = group.length === 1 ? first.title : "Military aid to Ukraine, by donor";
    return figureBlock(
      (canvas) =>
        aidBars(
          group.map((one) => ({ label: one.title, known: one.known, hindsight: one.hindsight })),
          answer.asOf,
          { title, unit: first.unit, source: first.source, dataDate, shownTo: latest(group.map(shownTo)) },
          canvas,
        ),
      fullWidth,
    );
  });
}
