import { seedFor } from "../draws/draws.ts";
import { type RegimeStudy, type RunMembers, regimeForecast, regimePosterior } from "../filters/regime-switching.ts";
import type { Forecaster } from "./forecaster.ts";

export interface RegimeForecasterOptions {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly particles: number;
  readonly movesPerStage: number;
  /** The target of each place, such as `area/kharkiv`. */
  readonly targetOf: (place: string) => string;
  /** The target that is the sum of all places, if any. */
  readonly total?: string;
}

/** A regime-switching model (M0) as a forecaster: its posterior is fitted anew at every origin, from the prior. */
export function regimeForecaster(study: RegimeStudy, run: RunMembers, options: RegimeForecasterOptions): Forecaster {
  const { particles, movesPerStage, targetOf, total } = options;
  const targets = new Set([...study.places.map(targetOf), ...(total === undefined ? [] : [total])]);
  return {
    id: options.id,
    title: options.title,
    family: "model",
    version: `${options.version}, ${particles} particles, ${movesPerStage} moves`,
    forecasts: (target) => targets.has(target),
    forecast: async ({ histories, horizonWeeks, members, seed }) => {
      const known = Object.fromEntries(study.places.map((place) => [place, histories[targetOf(place)]!]));
      const fit = { particles, movesPerStage, seed: seedFor(seed, `${options.id} posterior`) };
      const { parameters } = await regimePosterior(study, known, run, fit);
      const request = { histories: known, parameters, horizonWeeks, members, seed: seedFor(seed, options.id) };
      const byPlace = regimeForecast(study, request, run);
      const forecast = Object.fromEntries(study.places.map((place) => [targetOf(place), byPlace[place]!]));
      if (total === undefined) return forecast;
      // What the total holds beyond the places (other oblasts) is taken to stay as it is.
      const held = study.places.reduce((sum, place) => sum + known[place]!.at(-1)!, 0);
      const rest = histories[total]!.at(-1)! - held;
      const sum = Float64Array.from({ length: horizonWeeks * members }, (_, i) =>
        study.places.reduce((level, place) => level + byPlace[place]![i]!, rest),
      );
      return { ...forecast, [total]: sum };
    },
  };
}
