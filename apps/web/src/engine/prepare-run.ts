/** From a setting to what the crew needs to run it. */
import { type LeverSettings, scenarioSeries, type Timeline, timeline } from "@logjam/analysis";
import { type Posterior, parametersOf } from "@logjam/inference";
import type { ModelName, Setting, SiteRecord, World } from "../contract.ts";
import type { BaseSetup, Variant } from "./protocol.ts";
import { findScenario, studyFor } from "./scenario-of.ts";

/** The name of a base: all that its numbers hang on within one site. */
export const baseName = (model: ModelName, asOf: string, seed: string): string => `${model} ${asOf} ${seed}`;

export function makeBase(
  world: World,
  { asOf, seed }: Pick<Setting, "asOf" | "seed">,
  model: ModelName,
  record: SiteRecord,
  posterior: Posterior,
): BaseSetup {
  const own = record.records[model];
  const time = timeline(own.start, asOf, 0);
  const standard = findScenario(world, world.scenarios[0]!.id);
  const none = { ...standard, value: { ...standard.value, levers: {}, hindsight: false } };
  const series = scenarioSeries(studyFor(model, own), none, own, time, seriesOf(world, model));
  return {
    base: baseName(model, asOf, seed),
    model,
    parameters: parametersOf(posterior, studyFor(model, own).model),
    particles: posterior.particles,
    knownWeeks: time.knownWeeks,
    knownSeries: series.slice(0, time.knownWeeks * world.models[model].series.length),
    seed: BigInt(seed),
  };
}

/** A scenario with changes over it as numbers by week. Throws InputError where a lever's value does not fit. */
export function makeVariant(
  world: World,
  base: string,
  model: ModelName,
  scenario: string,
  changes: LeverSettings,
  record: SiteRecord,
  time: Timeline,
): Variant {
  const own = record.records[model];
  const study = studyFor(model, own);
  const series = scenarioSeries(study, findScenario(world, scenario), own, time, seriesOf(world, model), changes);
  return { key: `${base} ${time.horizonWeeks} ${fingerprint(series)}`, series };
}

const seriesOf = (world: World, model: ModelName) => ({ name: model, series: world.models[model].series });

/** Two 32-bit hashes (FNV-1a, from two starts) of the numbers' bytes: names a course of levers within one visit. */
function fingerprint(series: Float64Array): string {
  const words = new Uint32Array(series.buffer, series.byteOffset, series.length * 2);
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const word of words) {
    a = Math.imul(a ^ word, 0x01000193);
    b = Math.imul(b ^ word, 0x85ebca6b) ^ (b >>> 13);
  }
  return `${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`;
}
