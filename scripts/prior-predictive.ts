/**
 * What the priors alone say: `npx tsx scripts/prior-predictive.ts` runs M1 and M2 from 5 December 2022 without any record
 * after the first week, and writes docs/prior-predictive.md with its figures.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { addWeeks, parseScenario, type Study } from "@logjam/analysis";
import { loadEvidence } from "@logjam/evidence";
import { fanChart } from "@logjam/figures";
import { serverDocument } from "@logjam/figures/node";
import { quantiles } from "@logjam/inference";
import { compileKernel, runKernel } from "@logjam/kernel";
import { compile, samplePriors } from "@logjam/lang";
import { m1Study, m2Study } from "@logjam/model";
import { recordFor, START } from "../apps/cli/src/ask/record.ts";
import { readText } from "../apps/cli/src/files/read-text.ts";
import { timeline } from "../packages/analysis/src/calendar.ts";
import { scenarioSeries } from "../packages/analysis/src/ensemble.ts";

const MEMBERS = 4_000;
const SEED = 20221205n;
const WEEKS = 156;
const LEVELS = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975] as const;

const root = new URL("..", import.meta.url).pathname;
const evidence = loadEvidence(`${root}data`);
const asOf = addWeeks(START, 1);
const { records, observed } = recordFor(evidence, asOf, WEEKS);
const time = timeline(START, asOf, WEEKS);
const file = `${root}scenarios/not-lose.yaml`;
const scenario = parseScenario("not-lose", file, await readText("scenario", file));

interface Row {
  readonly model: string;
  readonly series: string;
  readonly weeks: number;
  readonly inside: number;
  readonly above: number;
  readonly below: number;
  /** The central 95 % at the last week, and the record's last value. */
  readonly end: string;
}

const SHOWN = [
  { id: "area", output: "outcomes.areaHeld", title: "Area held by Russia outside Crimea", unit: "km²", per: 1 },
  {
    id: "claimed-losses",
    output: "outcomes.claimsExpected",
    title: "Russian losses as claimed by the General Staff",
    unit: "persons a week",
    per: 1,
  },
  {
    id: "aid-allocated",
    output: "outcomes.allocated",
    title: "Military aid allocated to Ukraine",
    unit: "EUR bn a week",
    per: 1e9,
  },
] as const;

/** The record by week: claims and area as they are, aid of all groups together and smoothed over 13 weeks. */
function recordOf(id: string): { date: string; value: number }[] {
  if (id !== "aid-allocated") {
    const series = observed.find((one) => one.series === id)!;
    return [...series.known, ...series.hindsight];
  }
  const months = new Map<string, number>();
  for (const one of observed.filter((o) => o.series.startsWith("aid-military-")))
    for (const p of [...one.known, ...one.hindsight]) months.set(p.date, (months.get(p.date) ?? 0) + p.value);
  const all = [...months].sort(([a], [b]) => (a < b ? -1 : 1));
  return all.slice(2).map(([date], i) => ({ date, value: ((all[i]![1] + all[i + 1]![1] + all[i + 2]![1]) / 91) * 7 }));
}

function run(study: Study, record: (typeof records)["m1"]): { rows: Row[]; figures: Record<string, string> } {
  const ir = compile(study.model, { outputs: SHOWN.map(({ output }) => output) });
  const series = scenarioSeries({ ...study, otherLevers: [] }, scenario, record, time, ir);
  const parameters = samplePriors(study.model, { members: MEMBERS, seed: SEED });
  const kernel = compileKernel(ir);
  const { outputs } = runKernel(kernel, { members: MEMBERS, steps: time.steps, seed: SEED, parameters, series });
  const dates = Array.from({ length: time.steps }, (_, i) => addWeeks(START, i));
  const rows: Row[] = [];
  const figures: Record<string, string> = {};
  for (const { id, output, title, unit, per } of SHOWN) {
    const index = ir.outputs.findIndex((o) => o.name === output);
    const fan = dates.map((_, step) =>
      quantiles(
        outputs.subarray((index * time.steps + step) * MEMBERS, (index * time.steps + step + 1) * MEMBERS),
        LEVELS,
      ).map((q) => q / per),
    );
    const points = recordOf(id).filter(({ date }) => date > asOf && date <= dates.at(-1)!);
    const at = (date: string) => fan[dates.findIndex((d) => d >= date)]!;
    const inside = points.filter(({ date, value }) => value >= at(date)[0]! && value <= at(date)[6]!).length;
    const above = points.filter(({ date, value }) => value > at(date)[6]!).length;
    const shown = (value: number) => Number(value.toPrecision(3)).toLocaleString("en-GB");
    const last = at(points.at(-1)!.date);
    const end = `${shown(last[0]!)} to ${shown(last[6]!)}; record ${shown(points.at(-1)!.value)}`;
    rows.push({
      end,
      model: study.model.name,
      series: title,
      weeks: points.length,
      inside,
      above,
      below: points.length - inside - above,
    });
    const column = (i: number) => fan.map((q) => q[i]!);
    figures[`prior-${study.model.name.toLowerCase()}-${id}.svg`] = fanChart(
      {
        history: [],
        asOf,
        hindsight: points,
        panels: [
          {
            title: `${study.model.name}, prior alone`,
            dates,
            p05: column(1),
            p25: column(2),
            p50: column(3),
            p75: column(4),
            p95: column(5),
          },
        ],
      },
      {
        title,
        unit,
        source: `Record: data package; fans: Logjam, ${study.model.name}, ${MEMBERS} draws from the priors, seed ${SEED}`,
        dataDate: asOf,
        shownTo: points.at(-1)?.date ?? asOf,
      },
      { document: serverDocument(), width: 640, padding: 16 },
    );
  }
  return { rows, figures };
}

mkdirSync(`${root}docs/images`, { recursive: true });
const all: Row[] = [];
const names: string[] = [];
for (const [study, record] of [
  [m1Study, records.m1],
  [m2Study, records.m2],
] as const) {
  const { rows, figures } = run(study, record);
  all.push(...rows);
  for (const [name, svg] of Object.entries(figures)) {
    names.push(name);
    writeFileSync(`${root}docs/images/${name}`, svg);
  }
}
const percent = (part: number, of: number) => `${Math.round((100 * part) / of)} %`;
writeFileSync(
  `${root}docs/prior-predictive.md`,
  `# What the priors alone say

M1 and M2 are started on 5 December 2022 with draws from the priors, under the rule "not lose", and never see the record after the first
week. If the record of the next three years lay outside what they then hold possible, the priors would be wrong before any fit.
Written by \`npx tsx scripts/prior-predictive.ts\` (${MEMBERS} draws, seed ${SEED}).

| model | series | points | inside the central 95 % | above | below | central 95 % at the last point |
|---|---|---:|---:|---:|---:|---|
${all.map((r) => `| ${r.model} | ${r.series} | ${r.weeks} | ${percent(r.inside, r.weeks)} | ${percent(r.above, r.weeks)} | ${percent(r.below, r.weeks)} | ${r.end} |`).join("\n")}

What is wrong: the record never leaves the band, where it should leave 95 % bands now and then; the priors are wide rather than mistaken.
The bands for land are the widest: after three years they allow for collapses on either side that the phase never saw, on purpose, since one
phase with four to six regimes cannot rule them out. A narrower prior would make sharper forecasts and would have to be argued for; the
fit narrows what the record can narrow (see the report's section on the fit).

Aid is compared as a mean over three months; single months are lumpier than any rule. Fans show the middle half and the central 90 %.

${names.map((name) => `![${name.replace(/^prior-|\.svg$/g, "").replaceAll("-", " ")}: the model's fan from the priors alone, and the record](images/${name})`).join("\n\n")}
`,
);
process.stdout.write(`${all.map((r) => `${r.model} ${r.series}: ${percent(r.inside, r.weeks)} inside`).join("\n")}\n`);
