/**
 * Simulation-based calibration (Talts et al. 2018) of the whole fit: truths from the priors, records from the model,
 * posteriors by `fitPosterior`, and the rank of each truth among its posterior's draws.
 */
import { type Executor, fitPosterior, type PublicRecord, type Study } from "@logjam/analysis";
import { checkRanks, parametersOf, type RankCheck, truthRank, uniformDraws } from "@logjam/inference";
import { compileKernel, type Kernel, runKernel } from "@logjam/kernel";
import { drawWorlds, studyOf } from "./made-up-world.ts";

export interface CalibrationRequest {
  readonly worlds: number;
  readonly weeks: number;
  readonly particles: number;
  readonly movesPerStage: number;
  readonly finalMoves?: number;
  readonly seed: bigint;
  /** Parameters whose truths are ranked. */
  readonly parameters: readonly string[];
  /**
   * Whether the fit is told the truth of all other parameters: a posterior in few dimensions, which few particles and
   * moves can find. Ranks are as uniform as without.
   */
  readonly othersTold?: boolean;
  /** A planted defect in what the fit is given. */
  readonly defect?: (study: Study, record: PublicRecord) => { study: Study; record: PublicRecord };
  /** Worlds to do here, of all: for several processes. Default all. */
  readonly share?: { readonly first: number; readonly count: number };
  readonly onWorld?: (world: number) => void;
}

/** Ranks in (0, 1) by parameter, one for each world. */
export type Ranks = Record<string, number[]>;

/** Parameters that the record of the line, claims and deaths teaches most about, in both models. */
export const SHARPEST: readonly string[] = [
  "front.shockDeviation",
  "front.speed",
  "front.baseline",
  "manpower.claimsDeviation",
  "manpower.deathsDeviation",
  "manpower.intensityLearning",
  "manpower.killedLearning",
  "manpower.casualtyScale[ru]",
  "manpower.casualtyScale[ua]",
  "manpower.initialKilledShare[ru]",
];

/** All parameters of the laws of surprises, and the scales that the record speaks to. */
export const TAUGHT: readonly string[] = [
  ...SHARPEST,
  "front.learning",
  "front.initiativeFading",
  "front.volatilityLearning",
  "front.volatilityFading",
  "manpower.intensityFading",
  "manpower.lossVolatilityLearning",
  "manpower.lossVolatilityFading",
  "manpower.reportingRatio",
];

/**
 * Ranks judged at one false-alarm rate: each parameter's histogram, and that of all ranks together, which sees an error
 * that all parameters share in fewer worlds.
 */
export function checkCalibration(ranks: Ranks, bins: number, falseAlarmRate: number): RankCheck[] {
  return checkRanks({ ...ranks, together: Object.values(ranks).flat() }, bins, falseAlarmRate);
}

export async function calibrate(plain: Study, request: CalibrationRequest): Promise<Ranks> {
  const { worlds, weeks, particles, movesPerStage, finalMoves = 0, seed, parameters, defect, onWorld } = request;
  const study = studyOf(plain);
  const made = drawWorlds(study, { worlds, weeks, seed });
  const run = oneKernel();
  const rows = new Map(study.model.parameters.map(({ name }, row) => [name, row]));
  const ranks: Ranks = Object.fromEntries(parameters.map((name) => [name, []]));
  const { first, count } = request.share ?? { first: 0, count: worlds };
  for (let world = first; world < first + count; world++) {
    const record = made.records[world]!;
    const told = defect?.(study, record) ?? { study, record };
    const settings = { particles, movesPerStage, finalMoves, seed: seed + BigInt(1 + world) };
    const truth = Float64Array.from(rows.values(), (row) => made.truths[row * worlds + world]!);
    const ranked = new Set(parameters.map((name) => rows.get(name)!));
    const execute: Executor = request.othersTold
      ? (input) => run({ ...input, parameters: withTold(input.parameters, truth, ranked) })
      : run;
    const posterior = await fitPosterior(told.study, told.record, made.time, settings, execute, () => {});
    const values = parametersOf(posterior, study.model);
    for (const name of parameters) {
      const row = rows.get(name)!;
      const tie = uniformDraws(seed, worlds)(`calibration/${name}`, 0)[world]!;
      const draws = values.subarray(row * particles, (row + 1) * particles);
      ranks[name]!.push(truthRank(draws, truth[row]!, tie));
    }
    onWorld?.(world);
  }
  return ranks;
}

/** Parameters [parameter][member] with the truth [parameter] in all rows but some. */
function withTold(parameters: Float64Array, truth: Float64Array, except: ReadonlySet<number>): Float64Array {
  const members = parameters.length / truth.length;
  const told = parameters.slice();
  truth.forEach((value, row) => {
    if (!except.has(row)) told.fill(value, row * members, (row + 1) * members);
  });
  return told;
}

/** A kernel that is compiled once: the fits of one study run one model, however often they compile it. */
function oneKernel(): Executor {
  const kernels = new Map<string, { kernel: Kernel; module: WebAssembly.Module }>();
  return ({ ir, ...input }) => {
    const key = `${ir.name} ${ir.values.length} ${ir.outputs.map(({ name }) => name).join(" ")}`;
    let found = kernels.get(key);
    if (found === undefined) {
      const kernel = compileKernel(ir, { shape: "wide" });
      found = { kernel, module: new WebAssembly.Module(kernel.bytes as BufferSource) };
      kernels.set(key, found);
    }
    return runKernel(found.kernel, input, found.module);
  };
}

/** The likelihood counted twice: every posterior is too sure of itself. */
export const overconfident: CalibrationRequest["defect"] = (study, record) => ({
  study: { ...study, observations: [...study.observations, ...study.observations] },
  record,
});

/** Claims and deaths a fifth too high, in what is followed and in what is scored: a bias. */
export const biased: CalibrationRequest["defect"] = (study, record) => {
  const raised = (name: string, row: readonly number[]) => (/laims|eaths/.test(name) ? row.map((x) => 1.2 * x) : row);
  const all = (rows: PublicRecord["known"]) =>
    Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, raised(name, row)]));
  return { study, record: { ...record, known: all(record.known), scored: all(record.scored) } };
};
