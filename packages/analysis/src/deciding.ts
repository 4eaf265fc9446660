/** Which of a claim's tests its verdict turns on. */
import type { PropositionResult } from "./answer.ts";

type Tested = Pick<PropositionResult, "kind" | "value" | "bar" | "direction" | "holds">;

/** The result less the bar, in the direction that is asked for: below zero where the test falls short. */
const marginOf = ({ value, bar, direction }: Tested): number => (direction === "at-least" ? value - bar : bar - value);

/**
 * The place of the proposition that decides. A fact of the record that fails decides by itself, for no parameter could
 * mend it. Otherwise it is the one of the smallest margin: of those that fail, where one fails (the hardest to mend); of
 * those undecided, where one is; and where all hold, of those that rest on the model (the first to give way).
 */
export function decidingOf(results: readonly Tested[]): number {
  const places = results.map((_, i) => i);
  const where = (test: (result: Tested) => boolean) => places.filter((i) => test(results[i]!));
  const failed = where(({ holds }) => holds === "no");
  const recorded = failed.find((i) => results[i]!.kind === "observed");
  if (recorded !== undefined) return recorded;
  const candidates = [
    failed,
    where(({ holds }) => holds === "undecided"),
    where(({ kind }) => kind !== "observed"),
    places,
  ].find((found) => found.length > 0)!;
  return candidates.reduce((least, i) => (marginOf(results[i]!) < marginOf(results[least]!) ? i : least));
}
