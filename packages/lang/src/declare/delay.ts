/** Erlang delays and exponential smoothing, written out as ordinary stocks, balances and auxiliaries. */
import { compose, formulaOf } from "../formula/formula.ts";
import { type Place, placeOfCallTo } from "../place.ts";
import type { IndexSet } from "../sets/index-set.ts";
import { type FormulaSource, freeSets, Quantity, Reference, resolvePicks } from "./quantity.ts";
import { Rule } from "./rule.ts";

/** A delay is the flow that leaves it; `content` is what is in transit. */
export type Delay = Quantity & { readonly content: Quantity };

interface DelayDeclared {
  /** What enters, per week. */
  readonly input: FormulaSource;
  /** The mean time in transit, in weeks. Each of the `order` stages lasts at least one step. */
  readonly mean: FormulaSource;
  /** The number of stages: 1 is exponential, more are sharper (variance mean^2/order, less the discrete step's share). */
  readonly order: number;
  readonly meaning: string;
  readonly over?: readonly IndexSet[];
  /** The unit of the input, when the input is a formula; otherwise that of the quantity. */
  readonly unit?: string;
  /** `equilibrium` (standard): as if the input had always been what it is at the start. `empty`: nothing in transit. */
  readonly initial?: "equilibrium" | "empty";
}

/**
 * An Erlang pipeline of `order` stages of equal mean. What leaves a stage enters the next, so persons (or shells) are
 * conserved to rounding. A stage's dwell time is max(1 week, mean / order), so that no stage can go negative.
 */
export function delay(declared: DelayDeclared): Delay {
  const place = placeOfCallTo(delay);
  const over = declared.over ?? setsOf(declared.input);
  const unit = declared.unit ?? unitOf(declared.input);
  const parts = stages("delay", { ...declared, time: declared.mean, over, unit, place });
  const { dwell, stocks, input } = parts;
  const f = compose(place);
  const content = new Quantity(
    { kind: "auxiliary", formula: formulaOf(stocks.map((_, k) => (k === 0 ? "" : " + ")).concat(""), stocks, place) },
    { unit: timesWeek(unit), over, meaning: `In transit: ${declared.meaning}`, place },
  );
  const named: Record<string, Quantity | Rule> = { content, dwell };
  for (const [k, stage] of stocks.entries()) {
    named[`stage${k + 1}`] = stage;
    const before = stocks[k - 1];
    const change = before ? f`${before} / ${dwell} - ${stage} / ${dwell}` : f`${input} - ${stage} / ${dwell}`;
    named[`stage${k + 1}Change`] = new Rule("balance", stage, change, place);
  }
  if (parts.inputPart) named.input = parts.inputPart;
  const outflow = new Quantity(
    { kind: "auxiliary", formula: f`${stocks.at(-1)!} / ${dwell}` },
    { unit, over, meaning: declared.meaning, place, order: declared.order, parts: named },
  );
  return Object.assign(outflow, { content });
}

interface SmoothDeclared {
  readonly input: FormulaSource;
  /** The averaging time, in weeks: at least one step per stage. */
  readonly time: FormulaSource;
  readonly order?: number;
  readonly meaning: string;
  readonly over?: readonly IndexSet[];
  readonly unit?: string;
}

/** Exponential smoothing of any order; starts at the input's initial value. */
export function smooth(declared: SmoothDeclared): Quantity {
  const place = placeOfCallTo(smooth);
  const over = declared.over ?? setsOf(declared.input);
  const unit = declared.unit ?? unitOf(declared.input);
  const { dwell, stocks, input, inputPart } = stages("smooth", {
    ...declared,
    order: declared.order ?? 1,
    over,
    unit,
    place,
  });
  const f = compose(place);
  const named: Record<string, Quantity | Rule> = { dwell };
  for (const [k, stage] of stocks.entries()) {
    named[`stage${k + 1}`] = stage;
    named[`stage${k + 1}Change`] = new Rule(
      "balance",
      stage,
      f`(${k === 0 ? input : stocks[k - 1]!} - ${stage}) / ${dwell}`,
      place,
    );
  }
  if (inputPart) named.input = inputPart;
  const formula = f`${stocks.at(-1)!}`;
  const { meaning, order } = declared;
  return new Quantity({ kind: "auxiliary", formula }, { unit, over, meaning, place, order, parts: named });
}

interface Staged {
  readonly input: FormulaSource;
  readonly time: FormulaSource;
  readonly order: number;
  readonly meaning: string;
  readonly over: readonly IndexSet[];
  readonly unit: string;
  readonly place: Place;
  readonly initial?: "equilibrium" | "empty";
}

/** What delays and smooths share: the dwell time of a stage and the stages' stocks. */
function stages(kind: "delay" | "smooth", staged: Staged) {
  const { place, over, unit, order } = staged;
  const f = compose(place);
  const input = asReference(staged.input);
  const inputPart = input
    ? undefined
    : new Quantity(
        { kind: "auxiliary", formula: staged.input },
        { unit, over, meaning: `Input of: ${staged.meaning}`, place },
      );
  const time = asReference(staged.time);
  const mean =
    time ??
    new Quantity({ kind: "auxiliary", formula: staged.time }, { unit: "week", over, meaning: "Mean time.", place });
  const dwell = new Quantity(
    { kind: "auxiliary", formula: order === 1 ? f`max(timeStep, ${mean})` : f`max(timeStep, ${mean} / ${order})` },
    {
      unit: "week",
      over,
      meaning: `Time in one stage of: ${staged.meaning}`,
      place,
      ...(time ? {} : { parts: { mean: mean as Quantity } }),
    },
  );
  const source = (input ?? inputPart) as Quantity | Reference;
  const start = kind === "smooth" ? f`${source}` : staged.initial === "empty" ? f`0` : f`${source} * ${dwell}`;
  const stocks = Array.from(
    { length: orderIsSound(order) ? order : 1 },
    (_, k) =>
      new Quantity(
        { kind: "stock", initial: start },
        {
          unit: kind === "delay" ? `(${unit})*week` : unit,
          over,
          meaning: `Stage ${k + 1} of: ${staged.meaning}`,
          place,
        },
      ),
  );
  return { dwell, stocks, input: source, inputPart };
}

/** 1 to 50 stages. The checker says what is wrong with anything else. */
export const orderIsSound = (order: number): boolean => Number.isInteger(order) && order >= 1 && order <= 50;

const timesWeek = (unit: string): string => (unit ? `(${unit})*week` : "");

const asReference = (source: FormulaSource): Quantity | Reference | undefined =>
  source instanceof Quantity || source instanceof Reference ? source : undefined;

function setsOf(source: FormulaSource): readonly IndexSet[] {
  if (source instanceof Quantity) return source.over;
  if (!(source instanceof Reference)) return [];
  const sources = resolvePicks(source);
  return "problem" in sources ? [] : [...new Set(freeSets(sources))];
}

function unitOf(source: FormulaSource): string {
  if (source instanceof Quantity) return source.unit;
  return source instanceof Reference ? source.quantity.unit : "";
}
