/** The rule that made a verdict, in sentences with its numbers. */
import type { Driver, PropositionResult, Verdict, VerdictWord } from "./answer.ts";

type Result = Pick<PropositionResult, "kind" | "value" | "low" | "high" | "bar" | "direction" | "holds">;

/** Two significant digits, whole above a hundred. */
const short = (value: number): string =>
  String(Math.abs(value) >= 99.5 ? Math.round(value) : Number(value.toPrecision(2))).replace("-", "\u2212");
/** Bounds of an interval to two significant digits, rounded outwards so that it never looks narrower than it is. */
function outwards(low: number, high: number): string {
  const round = (value: number, way: (x: number) => number) => {
    // The power of ten as it is printed: engines' logarithms differ in the last bit.
    const digits = Math.min(2, 1 - Number(value.toExponential().split("e")[1]));
    const size = Number(`1e${digits}`);
    return short(way(Number((value * size).toFixed(6))) / size);
  };
  return `${round(low, Math.floor)} to ${round(high, Math.ceil)}`;
}
const exact = (value: number): string => String(Number(value.toFixed(1))).replace("-", "\u2212");

const UNITS: Readonly<Record<Result["kind"], { readonly unit: string; readonly per: number }>> = {
  probability: { unit: "%", per: 100 },
  parameter: { unit: "%", per: 100 },
  contrast: { unit: "points", per: 100 },
  observed: { unit: "times", per: 1 },
};

/** "Test 2: found 3.1 % (95 % interval 2.4 to 3.9 %), asked for at least 5 %: it fails, the whole interval lies below the bar." */
export function testText(result: Result, place: string): string {
  const { kind, value, low, high, bar, direction, holds } = result;
  const { unit, per } = UNITS[kind];
  const found =
    kind === "observed"
      ? `${short(value * per)} ${unit}, a fact of the record`
      : `${short(value * per)} ${unit} (95 % interval ${outwards(low * per, high * per)} ${unit})`;
  const asked = `${direction === "at-least" ? "at least" : "at most"} ${kind === "observed" ? short(bar) : exact(bar * per)} ${unit}`;
  const side = (direction === "at-least") === (holds === "yes") ? "above" : "below";
  const said =
    holds === "undecided"
      ? "undecided, for the interval holds the bar."
      : `it ${holds === "yes" ? "holds" : "fails"}${kind === "observed" ? "" : `, for the whole interval lies ${side} the bar`}.`;
  return `${place}: found ${found}, asked for ${asked}: ${said}`;
}

export const testsText = (results: readonly Result[]): string[] =>
  results.map((result, i) =>
    testText(result, results.length === 1 ? "The one test" : `Test ${i + 1} of ${results.length}`),
  );

/** From tests to one word. */
export const wordText = (plain: VerdictWord): string =>
  ({
    contradicted: "One test that fails is enough to contradict a claim.",
    supported: "All its tests hold, and that makes it supported.",
    undecided: "No test fails and not all hold, and that makes it undecided.",
  })[plain as "contradicted" | "supported" | "undecided"];

/** What the claim would be at other thresholds. */
export function thresholdText(plain: VerdictWord, { lower, upper }: NonNullable<Verdict["atThresholds"]>): string {
  if (lower === plain && upper === plain)
    return `With every threshold of its outcomes a third lower or a third higher it would be ${plain} as well.`;
  return (
    `With every threshold of its outcomes a third lower it would be ${lower}, a third higher ${upper}: ` +
    "it hangs on the threshold, which is marked and does not change the word."
  );
}

/** Whether the verdict is prior-driven, and by which numbers. */
export function priorText(drivers: readonly Driver[], moved: number, bar: number, priorDriven: boolean): string {
  const names = drivers.map(({ name }) => name).join(", ");
  const one = drivers.length === 1;
  const who = one ? "The parameter that matters" : `The ${drivers.length} parameters that matter most`;
  const is = priorDriven ? "which makes it prior-driven" : "so it is not prior-driven";
  return (
    `${who} (${names}): the data removed ${short(100 * Math.max(0, moved))} % of ${one ? "its" : "their"} variance` +
    `${one ? "" : " on average"}; less than ${exact(100 * bar)} % counts as prior-driven, ${is}.`
  );
}
