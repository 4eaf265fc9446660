/** Random quantities made of plain draws: lognormal, Bernoulli, Student's t, and first-order autoregression. */
import { compose, type Formula } from "../formula/formula.ts";
import { type Place, placeOfCallTo } from "../place.ts";
import type { IndexSet } from "../sets/index-set.ts";
import { type FormulaSource, Quantity, Reference } from "./quantity.ts";
import { Rule } from "./rule.ts";

interface Drawn {
  readonly over?: readonly IndexSet[];
  /** The name of its stream (or the beginning of the names, where it needs two). */
  readonly stream: string;
  readonly meaning: string;
}

const drawOf = (
  drawn: Drawn,
  draw: "normal" | "uniform",
  place: Place,
  stream = drawn.stream,
  start?: number,
): Quantity =>
  new Quantity(
    { kind: "noise", stream, draw, ...(start !== undefined && { start }) },
    { unit: "1", over: drawn.over, meaning: `Draw of: ${drawn.meaning}`, place },
  );

/** A source that a composed formula can refer to: formulas become parts of their own, under `name`. */
function operandOf(
  source: FormulaSource,
  stated: {
    readonly unit: string;
    readonly over: readonly IndexSet[] | undefined;
    readonly meaning: string;
    readonly place: Place;
  },
  name: string,
  parts: Record<string, Quantity | Rule>,
): Quantity | Reference {
  if (source instanceof Quantity || source instanceof Reference) return source;
  const part = new Quantity(
    { kind: "auxiliary", formula: source },
    { ...stated, meaning: `${name} of: ${stated.meaning}` },
  );
  parts[name] = part;
  return part;
}

function derived(drawn: Drawn, unit: string, formula: Formula, place: Place, parts: Record<string, Quantity | Rule>) {
  return new Quantity({ kind: "auxiliary", formula }, { unit, over: drawn.over, meaning: drawn.meaning, place, parts });
}

/**
 * A positive pure factor exp(s z - s^2/2), whose mean is 1 whatever its log standard deviation s; with
 * `centre: "median"` it is exp(s z), whose median is 1.
 */
export function lognormalNoise(
  declared: Drawn & { readonly sd: FormulaSource; readonly centre?: "mean" | "median" },
): Quantity {
  const place = placeOfCallTo(lognormalNoise);
  const draw = drawOf(declared, "normal", place);
  const parts: Record<string, Quantity | Rule> = { draw };
  const sd = operandOf(declared.sd, { unit: "1", over: declared.over, meaning: declared.meaning, place }, "sd", parts);
  const f = compose(place);
  const formula = declared.centre === "median" ? f`exp(${sd} * ${draw})` : f`exp(${sd} * ${draw} - ${sd} ^ 2 / 2)`;
  return derived(declared, "1", formula, place, parts);
}

/** 1 with the given probability, else 0; drawn anew each step. It is a condition. */
export function bernoulli(declared: Drawn & { readonly probability: FormulaSource }): Quantity {
  const place = placeOfCallTo(bernoulli);
  const draw = drawOf(declared, "uniform", place);
  const parts: Record<string, Quantity | Rule> = { draw };
  const stated = { unit: "1", over: declared.over, meaning: declared.meaning, place };
  const probability = operandOf(declared.probability, stated, "probability", parts);
  return derived(declared, "1", compose(place)`${draw} < ${probability}`, place, parts);
}

/**
 * Student's t with any positive degrees of freedom v, from two normals: with r^2 = z1^2 + z2^2, exp(-r^2/2) is uniform
 * and independent of the angle, so z1 / r * sqrt(v (exp(r^2/v) - 1)) is t-distributed (R. W. Bailey, Math. Comp. 62
 * (1994) 779-781, with the uniform and the angle read off the two normals). Variance v / (v - 2) for v > 2.
 */
export function studentT(declared: Drawn & { readonly freedom: FormulaSource }): Quantity {
  const place = placeOfCallTo(studentT);
  const first = drawOf(declared, "normal", place, `${declared.stream}/1`);
  // In initial values the law stands at its median, 0: the formula is 0 / 0 where both normals are 0.
  const second = drawOf(declared, "normal", place, `${declared.stream}/2`, 1);
  const parts: Record<string, Quantity | Rule> = { first, second };
  const stated = { unit: "1", over: declared.over, meaning: declared.meaning, place };
  const freedom = operandOf(declared.freedom, stated, "freedom", parts);
  const f = compose(place);
  const square = derived(declared, "1", f`${first} ^ 2 + ${second} ^ 2`, place, {});
  parts.square = square;
  const formula = f`${first} * sqrt(${freedom} * (exp(${square} / ${freedom}) - 1) / ${square})`;
  return derived(declared, "1", formula, place, parts);
}

/**
 * First-order autoregression: next = persistence * now + sd * sqrt(1 - persistence^2) * z. It starts at `initial`
 * (default 0, its mean) and forgets it by `persistence` a week; its standard deviation tends to `sd`, whose unit it has.
 */
export function ar1(
  declared: Drawn & {
    readonly unit: string;
    /** The share that is kept from week to week, in (-1, 1). */
    readonly persistence: FormulaSource;
    readonly sd: FormulaSource;
    readonly initial?: FormulaSource | number;
  },
): Quantity {
  const place = placeOfCallTo(ar1);
  const { unit, over, meaning, initial = 0 } = declared;
  const draw = drawOf(declared, "normal", place);
  const parts: Record<string, Quantity | Rule> = { draw };
  const persistence = operandOf(declared.persistence, { unit: "1", over, meaning, place }, "persistence", parts);
  const sd = operandOf(declared.sd, { unit, over, meaning, place }, "sd", parts);
  const stock = new Quantity({ kind: "stock", initial }, { unit, over, meaning, place, parts });
  const next = compose(place)`${persistence} * ${stock} + ${sd} * sqrt(1 - ${persistence} ^ 2) * ${draw}`;
  parts.next = new Rule("assign", stock, next, place);
  return stock;
}
