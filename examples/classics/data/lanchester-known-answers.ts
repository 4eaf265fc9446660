import { readFileSync } from "node:fs";

/** One battle of the square law, with its solution. Times in days; the pairs of `state_at` are (A, B). */
interface DeterministicCase {
  readonly A0: number;
  readonly B0: number;
  /** dB/dt = -a A. */
  readonly a: number;
  /** dA/dt = -b B. */
  readonly b: number;
  readonly invariant_aA2_minus_bB2: number;
  readonly state_at: Readonly<Record<string, readonly [number, number]>>;
  readonly end: { readonly winner: "A" | "B"; readonly survivors: number; readonly time: number };
}

interface StochasticCase {
  readonly A0: number;
  readonly B0: number;
  readonly a: number;
  readonly b: number;
  /** The probability that A wins. */
  readonly p: number;
}

interface KnownAnswers {
  readonly deterministic: readonly DeterministicCase[];
  readonly stochastic_win_prob_A: readonly StochasticCase[];
}

/** Solutions computed elsewhere, to 15 digits, against which the examples are tested. */
export const known: KnownAnswers = JSON.parse(
  readFileSync(new URL("lanchester-known-answers.json", import.meta.url), "utf8"),
);
