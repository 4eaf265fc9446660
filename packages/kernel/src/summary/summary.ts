import type { Ir } from "@logjam/lang";
import { nearestName } from "@logjam/lang";
import { badOption, unknownOutput } from "../errors.ts";
import { type EventRequest, type Passage, type Probability, wilson } from "./events.ts";
import { Moments } from "./moments.ts";
import { mergePacked, Sketch } from "./sketch.ts";

/** What a run says about all its members without keeping them. Members that failed are not in it. */
export class Summary {
  /** Names of outputs, in the order of the records. */
  readonly outputs: readonly string[];
  readonly steps: number;
  readonly #moments: Moments;
  readonly #sketches: readonly Sketch[];

  constructor(ir: Ir, outputs: readonly number[], steps: number) {
    this.outputs = outputs.map((index) => ir.outputs[index]!.name);
    this.steps = steps;
    const cells = outputs.length * steps;
    this.#moments = new Moments(cells);
    this.#sketches = Array.from({ length: cells }, () => new Sketch());
  }

  /** Adds one block; blocks must come in order. */
  merge(leaves: Float64Array, sketches: Uint32Array): void {
    this.#moments.merge(leaves);
    mergePacked(this.#sketches, sketches);
  }

  /** Members that did not fail. */
  get members(): number {
    return this.#moments.count;
  }

  mean(output: string, step: number): number {
    return this.#moments.mean[this.#cell(output, step)]!;
  }

  /** Sample variance, divided by members - 1. */
  variance(output: string, step: number): number {
    return this.#moments.variance(this.#cell(output, step));
  }

  least(output: string, step: number): number {
    return this.#moments.least[this.#cell(output, step)]!;
  }

  greatest(output: string, step: number): number {
    return this.#moments.greatest[this.#cell(output, step)]!;
  }

  /**
   * The quantile `q` (0 to 1) of an output in a step, off by less than 1/256 of itself; values smaller than 2^-24 of
   * the greatest magnitude in that step count as zero.
   */
  quantile(output: string, step: number, q: number): number {
    if (!(q >= 0 && q <= 1)) throw badOption("q", q, "between 0 and 1");
    const cell = this.#cell(output, step);
    const value = this.#sketches[cell]!.quantile(q);
    return Math.min(Math.max(value, this.#moments.least[cell]!), this.#moments.greatest[cell]!);
  }

  #cell(output: string, step: number): number {
    const row = this.outputs.indexOf(output);
    if (row < 0) throw unknownOutput(output, nearestName(output, this.outputs));
    if (!Number.isInteger(step) || step < 0 || step >= this.steps) {
      throw badOption("step", step, `a whole number from 0 to ${this.steps - 1}`);
    }
    return row * this.steps + step;
  }
}

/** How often, and when, each requested event happened. */
export class EventCounts {
  readonly #requests: readonly EventRequest[];
  readonly #steps: number;
  readonly #counts: Float64Array;

  constructor(requests: readonly EventRequest[], steps: number) {
    this.#requests = requests;
    this.#steps = steps;
    this.#counts = new Float64Array(requests.length * (steps + 1));
  }

  merge(counts: Float64Array): void {
    for (let i = 0; i < counts.length; i++) this.#counts[i]! += counts[i]!;
  }

  /** First-passage times of an event. */
  passage(name: string): Passage {
    const at = this.#index(name) * (this.#steps + 1);
    return { counts: this.#counts.slice(at, at + this.#steps), never: this.#counts[at + this.#steps]! };
  }

  /** The share of members for which the event held by the end of step `by` (default: at all), with its 95 % interval. */
  probability(name: string, by: number = this.#steps - 1): Probability {
    const { counts, never } = this.passage(name);
    const members = counts.reduce((sum, count) => sum + count, never);
    return wilson(
      counts.subarray(0, by + 1).reduce((sum, count) => sum + count, 0),
      members,
    );
  }

  #index(name: string): number {
    const names = this.#requests.map((request) => request.name);
    const index = names.indexOf(name);
    if (index < 0) throw unknownOutput(name, nearestName(name, names));
    return index;
  }
}
