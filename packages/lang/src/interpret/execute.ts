import { exp, log, pow } from "../numerics.ts";
import type { Program } from "./program.ts";

/**
 * How many members run side by side: the four that share their blocks of random words. It also spreads the cost of
 * reading an operation over four results.
 */
export const LANES = 4;

/** What operations read besides each other, for four members at one step. All but `series` are [index][lane]. */
export interface Surroundings {
  readonly parameters: Float64Array;
  readonly series: Float64Array;
  /** Where this step's series begin. */
  readonly seriesFrom: number;
  readonly draws: Float64Array;
  /** Where this step's draws begin. */
  readonly drawsFrom: number;
  readonly states: Float64Array;
  readonly lags: Float64Array;
  /** Where in `values` each lag's operand stands. */
  readonly lagOf: Int32Array;
  readonly step: number;
}

/** Runs a program over `values` [operation][lane]: the meaning of the IR, operation by operation (see ir.ts). */
export function execute(program: Program, values: Float64Array, around: Surroundings): void {
  const { codes, results, a, b, c } = program;
  const { parameters, series, seriesFrom, draws, drawsFrom, states, lags, lagOf, step } = around;
  for (let i = 0; i < codes.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    const to = results[i]!;
    switch (codes[i]) {
      case 1:
        copy(parameters, x, values, to);
        break;
      case 2:
        fill(series[seriesFrom + (x >> 2)]!, values, to);
        break;
      case 3:
        copy(draws, drawsFrom + x, values, to);
        break;
      case 4:
        copy(states, x, values, to);
        break;
      case 5:
        // In the first step a lag is the value itself, which has been computed already.
        if (step === 0) copy(values, lagOf[x >> 2]!, values, to);
        else copy(lags, x, values, to);
        break;
      case 6:
        fill(step, values, to);
        break;
      case 7:
        values[to] = -values[x]!;
        values[to + 1] = -values[x + 1]!;
        values[to + 2] = -values[x + 2]!;
        values[to + 3] = -values[x + 3]!;
        break;
      case 8:
        values[to] = Math.abs(values[x]!);
        values[to + 1] = Math.abs(values[x + 1]!);
        values[to + 2] = Math.abs(values[x + 2]!);
        values[to + 3] = Math.abs(values[x + 3]!);
        break;
      case 9:
        values[to] = Math.sqrt(values[x]!);
        values[to + 1] = Math.sqrt(values[x + 1]!);
        values[to + 2] = Math.sqrt(values[x + 2]!);
        values[to + 3] = Math.sqrt(values[x + 3]!);
        break;
      case 10:
        values[to] = exp(values[x]!);
        values[to + 1] = exp(values[x + 1]!);
        values[to + 2] = exp(values[x + 2]!);
        values[to + 3] = exp(values[x + 3]!);
        break;
      case 11:
        values[to] = log(values[x]!);
        values[to + 1] = log(values[x + 1]!);
        values[to + 2] = log(values[x + 2]!);
        values[to + 3] = log(values[x + 3]!);
        break;
      case 12:
        values[to] = values[x]! + values[y]!;
        values[to + 1] = values[x + 1]! + values[y + 1]!;
        values[to + 2] = values[x + 2]! + values[y + 2]!;
        values[to + 3] = values[x + 3]! + values[y + 3]!;
        break;
      case 13:
        values[to] = values[x]! - values[y]!;
        values[to + 1] = values[x + 1]! - values[y + 1]!;
        values[to + 2] = values[x + 2]! - values[y + 2]!;
        values[to + 3] = values[x + 3]! - values[y + 3]!;
        break;
      case 14:
        values[to] = values[x]! * values[y]!;
        values[to + 1] = values[x + 1]! * values[y + 1]!;
        values[to + 2] = values[x + 2]! * values[y + 2]!;
        values[to + 3] = values[x + 3]! * values[y + 3]!;
        break;
      case 15:
        values[to] = values[x]! / values[y]!;
        values[to + 1] = values[x + 1]! / values[y + 1]!;
        values[to + 2] = values[x + 2]! / values[y + 2]!;
        values[to + 3] = values[x + 3]! / values[y + 3]!;
        break;
      case 16:
        values[to] = lower(values[x]!, values[y]!);
        values[to + 1] = lower(values[x + 1]!, values[y + 1]!);
        values[to + 2] = lower(values[x + 2]!, values[y + 2]!);
        values[to + 3] = lower(values[x + 3]!, values[y + 3]!);
        break;
      case 17:
        values[to] = higher(values[x]!, values[y]!);
        values[to + 1] = higher(values[x + 1]!, values[y + 1]!);
        values[to + 2] = higher(values[x + 2]!, values[y + 2]!);
        values[to + 3] = higher(values[x + 3]!, values[y + 3]!);
        break;
      case 18:
        values[to] = pow(values[x]!, values[y]!);
        values[to + 1] = pow(values[x + 1]!, values[y + 1]!);
        values[to + 2] = pow(values[x + 2]!, values[y + 2]!);
        values[to + 3] = pow(values[x + 3]!, values[y + 3]!);
        break;
      case 19:
        values[to] = values[x]! < values[y]! ? 1 : 0;
        values[to + 1] = values[x + 1]! < values[y + 1]! ? 1 : 0;
        values[to + 2] = values[x + 2]! < values[y + 2]! ? 1 : 0;
        values[to + 3] = values[x + 3]! < values[y + 3]! ? 1 : 0;
        break;
      case 20:
        values[to] = values[x]! <= values[y]! ? 1 : 0;
        values[to + 1] = values[x + 1]! <= values[y + 1]! ? 1 : 0;
        values[to + 2] = values[x + 2]! <= values[y + 2]! ? 1 : 0;
        values[to + 3] = values[x + 3]! <= values[y + 3]! ? 1 : 0;
        break;
      case 21:
        values[to] = values[x]! === values[y]! ? 1 : 0;
        values[to + 1] = values[x + 1]! === values[y + 1]! ? 1 : 0;
        values[to + 2] = values[x + 2]! === values[y + 2]! ? 1 : 0;
        values[to + 3] = values[x + 3]! === values[y + 3]! ? 1 : 0;
        break;
      default: {
        const z = c[i]!;
        values[to] = values[z]! !== 0 ? values[x]! : values[y]!;
        values[to + 1] = values[z + 1]! !== 0 ? values[x + 1]! : values[y + 1]!;
        values[to + 2] = values[z + 2]! !== 0 ? values[x + 2]! : values[y + 2]!;
        values[to + 3] = values[z + 3]! !== 0 ? values[x + 3]! : values[y + 3]!;
      }
    }
  }
}

/** The IR's min and max: a NaN on the left stays, one on the right is dropped. */
const lower = (left: number, right: number): number => (right < left ? right : left);
const higher = (left: number, right: number): number => (left < right ? right : left);

function copy(from: Float64Array, at: number, values: Float64Array, to: number): void {
  values[to] = from[at]!;
  values[to + 1] = from[at + 1]!;
  values[to + 2] = from[at + 2]!;
  values[to + 3] = from[at + 3]!;
}

function fill(value: number, values: Float64Array, to: number): void {
  values[to] = value;
  values[to + 1] = value;
  values[to + 2] = value;
  values[to + 3] = value;
}
