import type { RunInput } from "@logjam/lang";
import { badOption, wrongLength } from "../errors.ts";

/** Checks sizes and ranges of a run. Errors: `kernel/option`, `kernel/length`. */
export function checkInput(input: Omit<RunInput, "parameters" | "initial"> & { readonly initial?: unknown }): void {
  const { ir, members, steps, firstMember = 0, series, initial, from, seed } = input;
  if (!Number.isInteger(members) || members < 1) throw badOption("members", members, "a whole number above 0");
  if (!Number.isInteger(steps) || steps < 1) throw badOption("steps", steps, "a whole number above 0");
  if (!Number.isInteger(firstMember) || firstMember < 0 || firstMember % 4 !== 0) {
    throw badOption("firstMember", firstMember, "a multiple of 4, at least 0");
  }
  if (seed < 0n || seed >= 1n << 64n) throw badOption("seed", seed, "a whole number of 64 bits, at least 0");
  const wantedSeries = ((from?.step ?? 0) + steps) * ir.series.length;
  if (series.length !== wantedSeries) throw wrongLength("series", series.length, wantedSeries, "[step][series]");
  const wantedInitial = ir.states.length * members;
  if (initial instanceof Float64Array && initial.length !== wantedInitial) {
    throw wrongLength("initial", initial.length, wantedInitial, "[state][member]");
  }
  if (from === undefined) return;
  if (!Number.isInteger(from.step) || from.step < 1) throw badOption("from.step", from.step, "a whole number above 0");
  if (initial !== undefined) throw badOption("initial", "given beside from", "left out where a run goes on");
  if (from.states.length !== wantedInitial) {
    throw wrongLength("from.states", from.states.length, wantedInitial, "[state][member]");
  }
  const wantedPast = ir.lags.reduce((sum, lag) => sum + lag.steps, 0) * members;
  if (from.past.length !== wantedPast) {
    throw wrongLength("from.past", from.past.length, wantedPast, "[row of lags][member]");
  }
}

export function checkParameters(parameters: Float64Array, count: number, members: number): void {
  const wanted = count * members;
  if (parameters.length !== wanted) throw wrongLength("parameters", parameters.length, wanted, "[parameter][member]");
}
