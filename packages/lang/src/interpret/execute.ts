import { exp, log, pow } from "../numerics.ts";
import type { Program } from "./program.ts";

/** What operations read besides each other: views of this member's and this step's numbers. */
export interface Surroundings {
  readonly parameters: Float64Array;
  readonly series: Float64Array;
  readonly seriesFrom: number;
  readonly draws: Float64Array;
  readonly drawsFrom: number;
  readonly states: Float64Array;
  readonly lags: Float64Array;
  readonly lagOf: Int32Array;
  readonly step: number;
}

/** Runs a program over `values`: the meaning of the IR, operation by operation (see ir.ts). */
export function execute(program: Program, values: Float64Array, around: Surroundings): void {
  const { codes, results, a, b, c } = program;
  const { parameters, series, seriesFrom, draws, drawsFrom, states, lags, lagOf, step } = around;
  for (let i = 0; i < codes.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    let value: number;
    switch (codes[i]) {
      case 1:
        value = parameters[x]!;
        break;
      case 2:
        value = series[seriesFrom + x]!;
        break;
      case 3:
        value = draws[drawsFrom + x * 4]!;
        break;
      case 4:
        value = states[x]!;
        break;
      case 5:
        value = step === 0 ? values[lagOf[x]!]! : lags[x]!;
        break;
      case 6:
        value = step;
        break;
      case 7:
        value = -values[x]!;
        break;
      case 8:
        value = Math.abs(values[x]!);
        break;
      case 9:
        value = Math.sqrt(values[x]!);
        break;
      case 10:
        value = exp(values[x]!);
        break;
      case 11:
        value = log(values[x]!);
        break;
      case 12:
        value = values[x]! + values[y]!;
        break;
      case 13:
        value = values[x]! - values[y]!;
        break;
      case 14:
        value = values[x]! * values[y]!;
        break;
      case 15:
        value = values[x]! / values[y]!;
        break;
      case 16:
        value = values[y]! < values[x]! ? values[y]! : values[x]!;
        break;
      case 17:
        value = values[x]! < values[y]! ? values[y]! : values[x]!;
        break;
      case 18:
        value = pow(values[x]!, values[y]!);
        break;
      case 19:
        value = values[x]! < values[y]! ? 1 : 0;
        break;
      case 20:
        value = values[x]! <= values[y]! ? 1 : 0;
        break;
      case 21:
        value = values[x]! === values[y]! ? 1 : 0;
        break;
      default:
        value = values[c[i]!]! !== 0 ? values[x]! : values[y]!;
    }
    values[results[i]!] = value;
  }
}
