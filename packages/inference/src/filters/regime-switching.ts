/**
 * Exact inference for a model whose places switch between hidden regimes, such as M0. While the record is known, the
 * model's run follows it and reports, for every place and regime, the expected change and its scale; given these, each
 * place is a hidden Markov chain with an exact filter. Nothing of the equations is repeated here: they are the model's.
 */
import { type Ir, type Model, normalShareBelow, type RunInput, type RunOutput } from "@logjam/lang";
import { seedFor, uniformDraws } from "../draws/draws.ts";
import { filterRegimes } from "./hidden-regimes.ts";
import { type TemperedOptions, type TemperedSample, temperedSample } from "./tempered-sampler.ts";

/** Runs members of a compiled model: the interpreter, or a kernel. */
export type RunMembers = (input: RunInput) => RunOutput;

/** A regime-switching model and the names by which the filter reads it. Shocks follow Student's law with 4 degrees. */
export interface RegimeStudy {
  readonly model: Model;
  readonly ir: Ir;
  readonly places: readonly string[];
  readonly regimes: readonly string[];
  /** Position of the regime of the first week. */
  readonly startRegime: number;
  readonly outputs: {
    readonly level: (place: string) => string;
    readonly expected: (place: string, regime: string) => string;
    readonly scale: (place: string, regime: string) => string;
    readonly share: (place: string, regime: string) => string;
    readonly leaving: string;
  };
  readonly series: {
    readonly known: string;
    readonly change: (place: string) => string;
    readonly initial: (place: string) => string;
  };
  readonly regimeState: (place: string) => string;
}

/** Weekly levels of every place up to the origin, all of one length. */
export type PlaceHistories = Readonly<Record<string, Float64Array>>;

/** [step][series] for a run of `steps` weeks, of which those with a recorded change are known. */
function seriesFor(study: RegimeStudy, histories: PlaceHistories, steps: number, known: boolean): Float64Array {
  const { ir, series, places } = study;
  const table = new Float64Array(steps * ir.series.length);
  const column = (name: string, value: (step: number) => number) => {
    const index = indexOf(ir.series, name, "series");
    for (let step = 0; step < steps; step++) table[step * ir.series.length + index] = value(step);
  };
  column(series.known, () => (known ? 1 : 0));
  for (const place of places) {
    const levels = histories[place]!;
    column(series.initial(place), () => levels[0]!);
    if (known) column(series.change(place), (step) => levels[step + 1]! - levels[step]!);
  }
  return table;
}

function indexOf(names: readonly string[], name: string, what: string): number {
  const index = names.indexOf(name);
  if (index < 0) throw new RangeError(`filter/unknown-name: the model has no ${what} ${name}.`);
  return index;
}

/** Parameters [parameter][member] from standard normal positions, through each prior's quantile. */
export function parametersFrom(model: Model, positions: readonly Float64Array[]): Float64Array {
  const members = positions[0]!.length;
  const values = new Float64Array(model.parameters.length * members);
  model.parameters.forEach(({ prior }, k) => {
    for (let m = 0; m < members; m++) {
      const share = normalShareBelow(positions[k]![m]!);
      // Beyond 8 deviations the share is 0 or 1 in binary64: keep the quantile finite.
      values[k * members + m] = prior.quantile(Math.min(1 - 1e-16, Math.max(1e-16, share)));
    }
  });
  return values;
}

/** Student's density with 4 degrees of freedom at x, without logarithms: 3/8 (1 + z^2/4)^(-5/2) / scale. */
function student4Density(x: number, location: number, scale: number): number {
  const z = (x - location) / scale;
  const t = 1 + 0.25 * z * z;
  return 0.375 / (scale * t * t * Math.sqrt(t));
}

interface FilteredRun {
  readonly logLikelihoods: Float64Array;
  /** Shares of regimes in the first unknown week, by place: [member][regime]. */
  readonly nextShares: readonly Float64Array[];
  readonly final: Float64Array;
}

/** Runs the known weeks for all members and filters every place exactly. */
function filterRun(
  study: RegimeStudy,
  histories: PlaceHistories,
  parameters: Float64Array,
  run: RunMembers,
): FilteredRun {
  const { ir, places, regimes, outputs } = study;
  const members = parameters.length / ir.parameters.length;
  const weeks = histories[places[0]!]!.length - 1;
  const series = seriesFor(study, histories, weeks, true);
  const output = run({ ir, members, steps: weeks, seed: 0n, parameters, series });
  const names = ir.outputs.map(({ name }) => name);
  const recordOf = (name: string) => {
    const from = indexOf(names, name, "output") * weeks * members;
    return output.outputs.subarray(from, from + weeks * members);
  };
  const logLikelihoods = new Float64Array(members);
  const leaving = recordOf(outputs.leaving);
  const start = Float64Array.from(regimes, (_, k) => (k === study.startRegime ? 1 : 0));
  const nextShares = places.map((place) => {
    const levels = histories[place]!;
    const expected = regimes.map((regime) => recordOf(outputs.expected(place, regime)));
    const scale = regimes.map((regime) => recordOf(outputs.scale(place, regime)));
    const share = regimes.map((regime) => recordOf(outputs.share(place, regime)));
    const next = new Float64Array(members * regimes.length);
    const densities = new Float64Array(weeks * regimes.length);
    for (let m = 0; m < members; m++) {
      for (let week = 0; week < weeks; week++) {
        const change = levels[week + 1]! - levels[week]!;
        for (let k = 0; k < regimes.length; k++) {
          const at = week * members + m;
          densities[week * regimes.length + k] = student4Density(change, expected[k]![at]!, scale[k]![at]!);
        }
      }
      const leave = leaving[m]!;
      const transition = (from: number, to: number) => leave * share[to]![m]! + (from === to ? 1 - leave : 0);
      const filtered = filterRegimes({ start, transition }, densities);
      logLikelihoods[m]! += filtered.logLikelihood;
      next.set(filtered.nextShares, m * regimes.length);
    }
    return next;
  });
  return { logLikelihoods, nextShares, final: output.final };
}

/** ln of the density of the record for each member; parameters are [parameter][member]. */
export const regimeLogLikelihood = (
  study: RegimeStudy,
  histories: PlaceHistories,
  parameters: Float64Array,
  run: RunMembers,
): Float64Array => filterRun(study, histories, parameters, run).logLikelihoods;

export interface RegimePosterior extends TemperedSample {
  /** Equally weighted draws, [parameter][particle]. */
  readonly parameters: Float64Array;
}

/** The posterior of the parameters given the record, by tempered sequential Monte Carlo on the exact likelihood. */
export async function regimePosterior(
  study: RegimeStudy,
  histories: PlaceHistories,
  run: RunMembers,
  options: TemperedOptions,
): Promise<RegimePosterior> {
  const logLikelihood = (positions: readonly Float64Array[]) =>
    regimeLogLikelihood(study, histories, parametersFrom(study.model, positions), run);
  const sample = await temperedSample({ coordinates: study.model.parameters.length, logLikelihood }, options);
  return { ...sample, parameters: parametersFrom(study.model, sample.positions) };
}

export interface RegimeForecastRequest {
  readonly histories: PlaceHistories;
  /** Equally weighted draws of the posterior, [parameter][particle]. */
  readonly parameters: Float64Array;
  readonly horizonWeeks: number;
  readonly members: number;
  readonly seed: bigint;
}

/**
 * Levels of every place after the origin, [week][member]; members use the posterior's particles in turn, each with
 * regimes drawn from its own filter, so that places hang together.
 */
export function regimeForecast(
  study: RegimeStudy,
  { histories, parameters, horizonWeeks, members, seed }: RegimeForecastRequest,
  run: RunMembers,
): Record<string, Float64Array> {
  const { ir, places, regimes } = study;
  const particles = parameters.length / ir.parameters.length;
  const filtered = filterRun(study, histories, parameters, run);
  const particleOf = (member: number) => member % particles;
  const spread = (values: Float64Array, rows: number) =>
    Float64Array.from({ length: rows * members }, (_, i) => {
      const row = Math.floor(i / members);
      return values[row * particles + particleOf(i % members)]!;
    });
  const initial = spread(filtered.final, ir.states.length);
  const draws = uniformDraws(seedFor(seed, "regimes at the origin"), members);
  const stateNames = ir.states.map(({ name }) => name);
  places.forEach((place, p) => {
    const state = indexOf(stateNames, study.regimeState(place), "state");
    const uniforms = draws("filter/regime", 0, p);
    for (let m = 0; m < members; m++) {
      const from = particleOf(m) * regimes.length;
      initial[state * members + m] = pick(filtered.nextShares[p]!.subarray(from, from + regimes.length), uniforms[m]!);
    }
  });
  // One step more than weeks: the first step shows the origin itself.
  const steps = horizonWeeks + 1;
  const series = seriesFor(study, histories, steps, false);
  const output = run({
    ir,
    members,
    steps,
    seed,
    parameters: spread(parameters, ir.parameters.length),
    series,
    initial,
  });
  const names = ir.outputs.map(({ name }) => name);
  return Object.fromEntries(
    places.map((place) => {
      const from = (indexOf(names, study.outputs.level(place), "output") * steps + 1) * members;
      return [place, output.outputs.slice(from, from + horizonWeeks * members)];
    }),
  );
}

/** The position at which the running sum of shares passes u. */
function pick(shares: Float64Array, u: number): number {
  let sum = 0;
  for (let k = 0; k < shares.length - 1; k++) {
    sum += shares[k]!;
    if (u < sum) return k;
  }
  return shares.length - 1;
}
