import type { Ir } from "@logjam/lang";
import { nearestName } from "@logjam/lang";
import { badOption, unknownOutput } from "../errors.ts";

/** Something that happens to a member or not: an output reaches a threshold. */
export interface EventRequest {
  readonly name: string;
  /** Name of an output. */
  readonly output: string;
  /** `atLeast`: output >= threshold; `atMost`: output <= threshold. */
  readonly is: "atLeast" | "atMost";
  readonly threshold: number;
  /** `ever` (default): the first step in which it holds counts; `end`: only the last step counts. */
  readonly when?: "ever" | "end";
}

export interface PlannedEvent {
  readonly row: number;
  readonly atLeast: boolean;
  readonly threshold: number;
  readonly endOnly: boolean;
}

/** Checks requests against what is recorded. Errors: `kernel/unknown-output`, `kernel/option`. */
export function planEvents(ir: Ir, outputs: readonly number[], requests: readonly EventRequest[]): PlannedEvent[] {
  const names = outputs.map((index) => ir.outputs[index]!.name);
  return requests.map(({ name, output, is, threshold, when = "ever" }) => {
    const row = names.indexOf(output);
    if (row < 0) throw unknownOutput(output, nearestName(output, names));
    if (Number.isNaN(threshold)) throw badOption(`threshold of event ${name}`, threshold, "a number");
    return { row, atLeast: is === "atLeast", threshold, endOnly: when === "end" };
  });
}

/** Counts of members by the step in which an event first held. */
export interface Passage {
  /** [step]: members for which it first held in that step. */
  readonly counts: Float64Array;
  /** Members for which it never held. */
  readonly never: number;
}

export interface Probability {
  readonly share: number;
  /** Wilson's score interval (Wilson 1927, doi:10.1080/01621459.1927.10502953). */
  readonly low: number;
  readonly high: number;
  readonly members: number;
}

/**
 * A share of members with its interval.
 *
 * @param z normal quantile of the level; 1.96 for 95 %.
 */
export function wilson(successes: number, members: number, z = 1.959963984540054): Probability {
  if (members === 0) return { share: Number.NaN, low: 0, high: 1, members };
  const share = successes / members;
  const square = (z * z) / members;
  const middle = share + square / 2;
  const half = z * Math.sqrt((share * (1 - share)) / members + square / (4 * members));
  const low = successes === 0 ? 0 : Math.max(0, (middle - half) / (1 + square));
  const high = successes === members ? 1 : Math.min(1, (middle + half) / (1 + square));
  return { share, low, high, members };
}
