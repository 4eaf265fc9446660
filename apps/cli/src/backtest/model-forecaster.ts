/** M1 and M2 as forecasters: fitted anew at every origin, from what was known on it. */
import {
  type Executor,
  fitPosterior,
  forecastStudy,
  type Progress,
  type PublicRecord,
  type Study,
  timeline,
} from "@logjam/analysis";
import { type Evidence, FRONT_SECTORS } from "@logjam/evidence";
import { type Forecaster, type Posterior, seedFor } from "@logjam/inference";
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
  /** A posterior that is kept already, where there is one. */
  readonly kept?: (study: ForecastingStudy, asOf: string) => Posterior | undefined;
  readonly keep?: (study: ForecastingStudy, posterior: Posterior) => void;
}

/** Raise it when the way of forecasting changes without the model's equations changing. */
const VERSION = "1";

export function modelForecaster(of: ForecastingStudy, options: ModelForecasterOptions): Forecaster {
  const { evidence, execute, particles, movesPerStage, progress = () => {}, kept, keep } = options;
  return {
    id: of.id,
    title: of.title,
    family: "model",
    version: `${VERSION}, ${particles} particles, ${movesPerStage} moves`,
    forecasts: (target) => target in of.outputOf,
    forecast: async ({ origin, horizonWeeks, members, seed }) => {
      const record = of.record(evidence, origin, horizonWeeks);
      const time = timeline(record.start, origin, horizonWeeks);
      const settings = { particles, movesPerStage, seed: seedFor(seed, `${of.id} posterior`) };
      const posterior =
        kept?.(of, origin) ?? (await fitPosterior(of.study, record, time, settings, execute, progress));
      keep?.(of, posterior);
      const outputs = Object.values(of.outputOf);
      const request = { outputs, members, seed: seedFor(seed, of.id) };
      const found = await forecastStudy(of.study, record, posterior, time, request, execute);
      return Object.fromEntries(Object.entries(of.outputOf).map(([target, output]) => [target, found[output]!]));
    },
  };
}
