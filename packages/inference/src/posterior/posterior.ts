/** A posterior as it is kept and sent: particles in standard terms, sixteen bits each, with what made them. */
import type { Model } from "@logjam/lang";
import { parametersFrom } from "../filters/regime-switching.ts";

/** What a posterior is of, and how it was found. Plain data; enough to make it again. */
export interface PosteriorHeader {
  readonly format: "logjam-posterior/1";
  readonly model: string;
  /** SHA-256 of all that determined it: model, priors, record, settings, seed. */
  readonly identity: string;
  readonly start: string;
  readonly asOf: string;
  readonly seed: string;
  readonly method: string;
  readonly particles: number;
  /** Runs of the model that it took. */
  readonly runs: number;
  /** Particles that differ from all others. */
  readonly distinct: number;
  /** Powers of the likelihood, stage by stage, and the share of moves accepted at each. */
  readonly powers: readonly number[];
  readonly accepted: readonly number[];
  readonly logEvidence: number;
  /** Names, in the order of the model. */
  readonly parameters: readonly string[];
}

export interface Posterior extends PosteriorHeader {
  /** [parameter][particle]: normal scores against the prior, coded by `codeOf`. */
  readonly codes: Uint16Array;
}

const PER_UNIT = 4096;
const LOWEST = -8;

/** A normal score as sixteen bits: steps of 1/4096 from -8 to 8. */
export const codeOf = (z: number): number => Math.max(0, Math.min(65_535, Math.round((z - LOWEST) * PER_UNIT)));
export const scoreOf = (code: number): number => code / PER_UNIT + LOWEST;

/** Codes of positions [parameter][particle]. */
export function codesOf(positions: readonly Float64Array[]): Uint16Array {
  const particles = positions[0]?.length ?? 0;
  return Uint16Array.from({ length: positions.length * particles }, (_, i) =>
    codeOf(positions[Math.floor(i / particles)]![i % particles]!),
  );
}

/** Positions [parameter][particle] in standard terms. */
export const positionsOf = ({ codes, particles, parameters }: Posterior): Float64Array[] =>
  parameters.map((_, p) => Float64Array.from(codes.subarray(p * particles, (p + 1) * particles), scoreOf));

/** Values of the parameters, [parameter][particle], through each prior's quantile. Throws where the model has others. */
export function parametersOf(posterior: Posterior, model: Model): Float64Array {
  const names = model.parameters.map(({ name }) => name);
  const other = names.findIndex((name, i) => name !== posterior.parameters[i]);
  if (other >= 0 || names.length !== posterior.parameters.length)
    throw new RangeError(
      `posterior/model: this posterior is of another ${posterior.model}: parameter ${other + 1} is ` +
        `${posterior.parameters[other]}, the model's is ${names[other]}. Fit again: logjam fit.`,
    );
  return parametersFrom(model, positionsOf(posterior));
}

/** 1 - posterior variance / prior variance of each parameter's normal score: 0 where the data said nothing. */
export function contractions(posterior: Posterior): number[] {
  return positionsOf(posterior).map((z) => {
    const mean = z.reduce((sum, x) => sum + x, 0) / z.length;
    return 1 - z.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (z.length - 1);
  });
}
