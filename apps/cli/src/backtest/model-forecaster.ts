/** M1 and M2 as forecasters: fitted anew at every origin, from what was known on it. */
import {
  type Executor,
  fitPosterior,
  forecastStudy,
  identityOf,
  type Progress,
  type PublicRecord,
  type Study,
  timeline,
} from "@logjam/analysis";
import { type Evidence, FRONT_SECTORS } from "@logjam/evidence";
import { type Forecaster, seedFor } from "@logjam/inference";
import { irHash } from "@logjam/kernel";
import { compile } from "@logjam/lang";
import { m1Study, m2Study } from "@logjam/model";
import { recordFor } from "../ask/record.ts";
import { AREA_TOTAL, areaOf, DEATHS } from "./targets.ts";

/** A study, the record in the form of its series, and the output that speaks of each target. */
export interface ForecastingStudy {
  readonly id: string;
  readonly title: string;
  readonly study: Study;
  readonly record: (evidence: Evidence, asOf: string, horizonWeeks: number) => PublicRecord;
  readonly outputOf: Readonly<Record<string, string>>;
  /** Whether sectors take their parts of the total's change, as over the last half-year; else the model has its own. */
  readonly sharesOut?: boolean;
}

const common = {
  [AREA_TOTAL]: "outcomes.areaHeld",
  personnel: "outcomes.claimsSoFar",
  [DEATHS]: "outcomes.deathsOfWeek",
};

export const FORECASTING_STUDIES: readonly ForecastingStudy[] = [
  {
    id: "m1",
    title: "M1, one front",
    study: m1Study,
    record: (evidence, asOf, weeks) => recordFor(evidence, asOf, weeks).records.m1,
    outputOf: common,
    sharesOut: true,
  },
  {
    id: "m2",
    title: "M2, eight sectors",
    study: m2Study,
    record: (evidence, asOf, weeks) => recordFor(evidence, asOf, weeks).records.m2,
    outputOf: {
      ...common,
      ...Object.fromEntries(FRONT_SECTORS.map((s) => [areaOf(s), `outcomes.areaBySector[${s}]`])),
    },
  },
];

export interface ModelForecasterOptions {
  readonly evidence: Evidence;
  readonly execute: Executor;
  readonly particles: number;
  readonly movesPerStage: number;
  readonly progress?: Progress;
}

/** Raise it when the way of forecasting changes without the model's equations changing. */
const VERSION = "2";
/** The posterior's own seed: the request's seed varies the simulated futures alone. */
const POSTERIOR_SEED = 20_221_205n;

export async function modelForecaster(of: ForecastingStudy, options: ModelForecasterOptions): Promise<Forecaster> {
  const { evidence, execute, particles, movesPerStage, progress = () => {} } = options;
  const { model, observations } = of.study;
  const priors = model.parameters.map(({ name, prior }) => [name, prior.family, prior.given]);
  const identity = await identityOf([await irHash(compile(model)), priors, observations]);
  const targets = new Set([...Object.keys(of.outputOf), ...(of.sharesOut ? FRONT_SECTORS.map(areaOf) : [])]);
  return {
    id: of.id,
    title: of.title,
    family: "model",
    version: `${VERSION}, ${particles} particles, ${movesPerStage} moves, ${identity.slice(0, 12)}`,
    forecasts: (target) => targets.has(target),
    forecast: async ({ origin, histories, horizonWeeks, members, seed }) => {
      const record = of.record(evidence, origin, horizonWeeks);
      const time = timeline(record.start, origin, horizonWeeks);
      const settings = { particles, movesPerStage, seed: POSTERIOR_SEED };
      const posterior = await fitPosterior(of.study, record, time, settings, execute, progress);
      const outputs = Object.values(of.outputOf);
      const request = { outputs, members, seed: seedFor(seed, of.id) };
      const found = await forecastStudy(of.study, record, posterior, time, request, execute);
      const told = Object.fromEntries(Object.entries(of.outputOf).map(([target, output]) => [target, found[output]!]));
      return of.sharesOut ? { ...told, ...sharedOut(told[AREA_TOTAL]!, histories) } : told;
    },
  };
}

/** Half a year: long enough to see where a front moves. */
const SHARE_WEEKS = 26;

/** Sectors that take their parts of the total's change in proportion to how much each moved over the last half-year. */
function sharedOut(
  total: Float64Array,
  histories: Readonly<Record<string, Float64Array>>,
): Record<string, Float64Array> {
  const moved = FRONT_SECTORS.map((sector) => {
    const levels = histories[areaOf(sector)]!;
    const recent = levels.subarray(Math.max(0, levels.length - SHARE_WEEKS - 1));
    return recent.reduce((sum, level, i) => (i === 0 ? 0 : sum + Math.abs(level - recent[i - 1]!)), 0);
  });
  const all = moved.reduce((sum, each) => sum + each, 0);
  const held = histories[AREA_TOTAL]!.at(-1)!;
  return Object.fromEntries(
    FRONT_SECTORS.map((sector, s) => {
      const share = all > 0 ? moved[s]! / all : 1 / FRONT_SECTORS.length;
      const level = histories[areaOf(sector)]!.at(-1)!;
      return [areaOf(sector), total.map((area) => level + share * (area - held))];
    }),
  );
}
