/**
 * Worlds that a model draws itself: truths from the priors, and the record that would have been kept of each. What the
 * record cannot tell is switched off or given: turns of initiative, breakthroughs, talks, and what donors allocate.
 */
import { type PublicRecord, type Study, type Timeline, timeline } from "@logjam/analysis";
import { compileKernel, runKernel } from "@logjam/kernel";
import { compile, type Model, samplePriors, seriesTable } from "@logjam/lang";

export interface WorldRequest {
  readonly worlds: number;
  readonly weeks: number;
  readonly seed: bigint;
}

export interface Worlds {
  readonly time: Timeline;
  /** [parameter][world], in the order of the model. */
  readonly truths: Float64Array;
  readonly records: readonly PublicRecord[];
  /** [state][world] at the end, by name. */
  readonly final: Readonly<Record<string, Float64Array>>;
}

const START = "2022-12-05";

/** What a week leaves in the record, and the series that takes it up. */
const TAKEN_UP: Readonly<Record<string, string>> = {
  "history.observedChange": "front.lineChange",
  "history.observedClaims": "manpower.claims",
  "history.observedDeaths": "manpower.deaths",
};

const AREA: Readonly<Record<string, number>> = { north: 100, kharkiv: 500, luhansk: 25_500, "donetsk-north": 300 };

/** Series that no run makes: the season, the line at the start, and what donors give, as policy. */
function given(model: Model, steps: number): Record<string, number | number[]> {
  const rest: Record<string, number | number[]> = {};
  for (const { name } of model.series) {
    const element = /\[(.*)\]/.exec(name)?.[1] ?? "";
    if (name === "history.mud")
      rest[name] = Array.from({ length: steps }, (_, week) => Math.abs(((week / 13) % 2) - 1));
    if (name.startsWith("front.initialArea")) rest[name] = element === "" ? 80_000 : (AREA[element] ?? 12_000);
    if (name.startsWith("manpower.initialClaims")) rest[name] = 0;
    if (name.startsWith("history.observedAllocation")) rest[name] = element === "" ? 8e8 : 2e8;
  }
  return rest;
}

/** What is chosen in a made-up world: donors repeat what is given, no breakthrough, no ceasefire. */
const CHOSEN: Readonly<Record<string, number>> = {
  "coalition.notLoseWeight": 0,
  "coalition.historyWeight": 1,
  "layers.breakthroughLayer": 0,
  "layers.settlementLayer": 0,
};

/** No record foretells a turn, so a world whose record is to be explained has none. */
const SILENT = /turnDeviation/;

export function drawWorlds({ model }: Study, { worlds, weeks, seed }: WorldRequest): Worlds {
  const ir = compile(model, { outputs: Object.values(TAKEN_UP) });
  const truths = samplePriors(model, { members: worlds, seed });
  model.parameters.forEach(({ name }, k) => {
    if (SILENT.test(name)) truths.fill(0, k * worlds, (k + 1) * worlds);
  });
  const from = given(model, weeks);
  const levers = Object.entries(CHOSEN).filter(([name]) => model.levers.some((lever) => lever.name === name));
  const nothing = Object.fromEntries(model.series.map(({ name }) => [name, 0]));
  const series = seriesTable(model, ir, {
    steps: weeks,
    values: { ...nothing, ...from, ...Object.fromEntries(levers) },
  });
  const kernel = compileKernel(ir, { final: true });
  const run = runKernel(kernel, { members: worlds, steps: weeks, seed, parameters: truths, series });
  const time = timeline(START, addedWeeks(weeks), 0);
  const row = (name: string, world: number) => {
    const index = ir.outputs.findIndex((output) => output.name === name);
    return Array.from({ length: weeks }, (_, week) => run.outputs[(index * weeks + week) * worlds + world]!);
  };
  return {
    time,
    truths,
    records: Array.from({ length: worlds }, (_, world) => recordFrom(model, (name) => row(name, world), from)),
    final: Object.fromEntries(ir.states.map(({ name }, s) => [name, run.final.slice(s * worlds, (s + 1) * worlds)])),
  };
}

const addedWeeks = (weeks: number) => new Date(Date.parse(START) + weeks * 604_800_000).toISOString().slice(0, 10);

function recordFrom(
  model: Model,
  row: (name: string) => number[],
  from: Record<string, number | number[]>,
): PublicRecord {
  const known: Record<string, number[]> = {};
  const always: Record<string, number | number[]> = {};
  for (const { name } of model.series) {
    const [series, element] = name.split(/(?=\[)/) as [string, string?];
    if (series in TAKEN_UP) known[name] = row(`${TAKEN_UP[series]}${element ?? ""}`);
    else if (name in from) always[name] = from[name]!;
  }
  const changes = Object.entries(known).filter(([name]) => name.startsWith("history.observedChange"));
  const line = changes[0]![1].map((_, week) => changes.reduce((sum, [, values]) => sum + values[week]!, 0));
  return {
    start: START,
    known,
    scored: {
      line,
      claims: known["history.observedClaims[ru]"]!,
      deaths: known["history.observedDeaths[ru]"]!,
      "claims-ua": known["history.observedClaims[ua]"]!,
      "deaths-ua": known["history.observedDeaths[ua]"]!,
    },
    always,
    hindsight: {},
    series: {},
  };
}

/**
 * The study as it is fitted to a made-up world: all that is drawn by a law of the model is scored, on both sides, and
 * allocations, which were given, are not. Then the likelihood is the exact law of the record.
 */
export function studyOf(study: Study): Study {
  const ukrainian = (id: string, what: "Claims" | "Deaths", scale: string) =>
    ({
      id,
      title: id,
      kind: "weekly",
      form: "logRatio",
      expected: `manpower.expected${what}[ua]`,
      deviation: { output: `manpower.${scale}[ua]` },
    }) as const;
  return {
    ...study,
    observations: [
      ...study.observations.filter(({ id }) => id !== "allocations"),
      ukrainian("claims-ua", "Claims", "claimScale"),
      ukrainian("deaths-ua", "Deaths", "deathScale"),
    ],
  };
}
