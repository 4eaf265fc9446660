/** Laws checked over runs with draws from the priors: at every step of every member, or by raising one input. */
import { soundEquations } from "../check/check-model.ts";
import type { Equations } from "../check/equation.ts";
import { readBy } from "../check/graph.ts";
import type { Quantity } from "../declare/quantity.ts";
import { interpret } from "../interpret/interpret.ts";
import { seriesTable } from "../interpret/series-table.ts";
import { compile } from "../lower/compile.ts";
import type { Member, Model } from "../model/model.ts";
import { samplePriors } from "../priors/sample.ts";
import { countOf, scalarName } from "../sets/elements.ts";
import type { Law } from "./law.ts";
import { type Point, raisedFormula } from "./raise.ts";

export interface LawRequest {
  /** Members drawn from the priors. */
  readonly draws: number;
  readonly seed: bigint;
  /** Steps of each run; default 26. */
  readonly steps?: number;
  readonly start?: string;
  /** Levers and series, as for `seriesTable`. */
  readonly values?: Readonly<Record<string, number | readonly number[]>>;
}

export interface Counterexample {
  readonly member: number;
  readonly step: number;
  readonly says: string;
  /** What the law was checked on, by scalar name. */
  readonly inputs: readonly { readonly name: string; readonly value: number }[];
}

export interface LawResult {
  readonly quantity: string;
  readonly law: string;
  /** How many (element, step, member) it was tried on. */
  readonly tried: number;
  readonly counterexample?: Counterexample;
}

/** Checks every stated law of a sound model; a result without `counterexample` held wherever it was tried. */
export function checkLaws(model: Model, request: LawRequest): LawResult[] {
  const equations = soundEquations(model);
  const lawful = model.quantities.filter(({ value }) => value.laws.length > 0 || value.definition.kind === "conserved");
  if (lawful.length === 0) return [];
  const run = record(model, equations, lawful, request);
  return lawful.flatMap((member) => {
    const { definition, laws } = member.value;
    const stated = laws.map((law) => checkLaw(member, law, model, equations, run));
    return definition.kind === "conserved" ? [...stated, checkConserved(member, definition.change, run)] : stated;
  });
}

/** `fires.losses is never negative: fails for member 3 at step 5: ...`, one paragraph per law that fails. */
export function renderLawResult({ quantity, law, tried, counterexample }: LawResult): string {
  if (!counterexample) return `${quantity} ${law}: held in ${tried} trials.`;
  const { member, step, says, inputs } = counterexample;
  const lines = inputs.map(({ name, value }) => `      ${name} = ${value}`);
  return [`law/broken: ${quantity} ${law}, but ${says} (member ${member}, step ${step}).`, ...lines].join("\n");
}

/** The words of a law. */
export function sayLaw(law: Law, nameOf: (quantity: Quantity) => string): string {
  switch (law.law) {
    case "nonNegative":
      return "is never negative";
    case "bounded":
      return `stays between ${law.low} and ${law.high}`;
    case "rising":
      return `does not fall when ${nameOf(law.in)} is raised`;
    case "falling":
      return `does not rise when ${nameOf(law.in)} is raised`;
  }
}

/** A run in which every quantity that a law needs is recorded. */
interface Recorded {
  readonly members: number;
  readonly steps: number;
  at(quantity: Quantity, flat: number, step: number, member: number): number;
  nameOf(quantity: Quantity): string;
}

function record(
  model: Model,
  equations: Equations,
  lawful: readonly Member<Quantity>[],
  request: LawRequest,
): Recorded {
  const needed = new Set<Quantity>();
  for (const { value } of lawful) collect(value, equations, needed);
  const readable = [...needed].filter((quantity) => quantity.definition.kind !== "lookup");
  const names = readable.map((quantity) => model.nameOf(quantity)!);
  const ir = compile(model, { outputs: names });
  const { draws: members, seed, steps = 26, start } = request;
  const series = seriesTable(model, ir, { steps, values: request.values ?? {}, ...(start ? { start } : {}) });
  const { outputs } = interpret({
    ir,
    members,
    steps,
    seed,
    parameters: samplePriors(model, { members, seed }),
    series,
  });
  const offset = new Map<Quantity, number>();
  let next = 0;
  for (const quantity of readable) {
    offset.set(quantity, next);
    next += countOf(quantity.over);
  }
  return {
    members,
    steps,
    at: (quantity, flat, step, member) => outputs[((offset.get(quantity)! + flat) * steps + step) * members + member]!,
    nameOf: (quantity) => model.nameOf(quantity)!,
  };
}

/** A quantity and all that its formula rests on within the step. */
function collect(quantity: Quantity, equations: Equations, found: Set<Quantity>): void {
  if (found.has(quantity)) return;
  found.add(quantity);
  const equation = equations.of(quantity, "formula");
  if (quantity.definition.kind === "conserved") collect(quantity.definition.change, equations, found);
  for (const read of equation ? readBy(equation.node) : []) collect(read, equations, found);
}

type Fault = { readonly says: string; readonly inputs: Counterexample["inputs"] } | undefined;

/** Tries a check at every element, step and member, until one fails. */
function scan(
  head: { quantity: string; law: string },
  over: Quantity["over"],
  { steps, members }: { steps: number; members: number },
  check: (flat: number, step: number, member: number) => Fault,
): LawResult {
  let tried = 0;
  for (let flat = 0; flat < countOf(over); flat++) {
    for (let step = 0; step < steps; step++) {
      for (let member = 0; member < members; member++) {
        tried++;
        const fault = check(flat, step, member);
        if (fault) return { ...head, tried, counterexample: { member, step, ...fault } };
      }
    }
  }
  return { ...head, tried };
}

function checkLaw(subject: Member<Quantity>, law: Law, model: Model, equations: Equations, run: Recorded): LawResult {
  const { name, value: quantity } = subject;
  const head = { quantity: name, law: sayLaw(law, (read) => model.nameOf(read) ?? "(unnamed)") };
  const named = (flat: number) => scalarName(name, quantity.over, flat);
  if (law.law === "nonNegative" || law.law === "bounded") {
    const [low, high] = law.law === "bounded" ? [law.low, law.high] : [0, Number.POSITIVE_INFINITY];
    return scan(head, quantity.over, run, (flat, step, member) => {
      const value = run.at(quantity, flat, step, member);
      if (value >= low && value <= high) return undefined;
      return { says: `${named(flat)} is ${value}`, inputs: inputsOf(quantity, flat, step, member, equations, run) };
    });
  }
  const raised = raisedFormula(quantity, law.in, equations);
  return scan(head, quantity.over, run, (flat, step, member) => {
    const point: Point = { step, value: (read, at) => run.at(read, at, step, member) };
    const [before, after] = [raised(flat, point, 1), raised(flat, point, 1.1)];
    const slack = 1e-12 * Math.max(Math.abs(before), Math.abs(after));
    if (law.law === "rising" ? after >= before - slack : after <= before + slack) return undefined;
    const says = `${named(flat)} goes from ${before} to ${after} when ${run.nameOf(law.in)} is raised by a tenth`;
    return { says, inputs: inputsOf(quantity, flat, step, member, equations, run) };
  });
}

/** The numbers that a quantity's formula read: the same element of what has it, all elements of the rest. */
function inputsOf(quantity: Quantity, flat: number, step: number, member: number, equations: Equations, run: Recorded) {
  const equation = equations.of(quantity, "formula");
  const read = equation ? [...readBy(equation.node)].filter(({ definition }) => definition.kind !== "lookup") : [];
  return read.flatMap((input) => {
    const flats = Array.from({ length: countOf(input.over) }, (_, k) => k);
    const own = input.over.length === quantity.over.length && input.over.every((set, k) => set === quantity.over[k]);
    const name = (k: number) => scalarName(run.nameOf(input), input.over, k);
    const shown = own ? [flat, ...flats.filter((k) => k !== flat)].slice(0, 4) : flats.slice(0, 4);
    return shown.map((k) => ({ name: name(k), value: run.at(input, k, step, member) }));
  });
}

function checkConserved({ name, value: total }: Member<Quantity>, change: Quantity, run: Recorded): LawResult {
  const head = { quantity: name, law: "changes by what comes in less what goes out" };
  return scan(head, [], { steps: Math.max(0, run.steps - 1), members: run.members }, (_, step, member) => {
    const before = run.at(total, 0, step, member);
    const after = run.at(total, 0, step + 1, member);
    const stated = run.at(change, 0, step, member);
    const slack = 1e-9 * Math.max(Math.abs(before), Math.abs(after), Math.abs(stated));
    if (Math.abs(after - before - stated) <= slack) return undefined;
    const says = `it goes from ${before} to ${after}, a change of ${after - before}`;
    return { says, inputs: [{ name: run.nameOf(change), value: stated }] };
  });
}
