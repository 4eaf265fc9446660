import type { Formula } from "../formula/formula.ts";
import type { Law } from "../laws/law.ts";
import type { Place } from "../place.ts";
import type { Prior } from "../priors/prior.ts";
import type { ByElement } from "../sets/elements.ts";
import type { IndexSet, Mapping } from "../sets/index-set.ts";
import type { LookupShape, Points } from "./lookup.ts";
import type { Rule } from "./rule.ts";

/** A formula as authors may give it: a template, one quantity alone, or a function for what is declared further down. */
export type FormulaSource = Formula | Quantity | Reference | (() => Formula);

/** What a quantity is. One entry per kind of declaration. */
export type Definition =
  | { readonly kind: "parameter"; readonly prior: ByElement<Prior> }
  | { readonly kind: "constant"; readonly value: ByElement<number> }
  | {
      readonly kind: "lever";
      readonly range: readonly [low: number, high: number];
      readonly default: ByElement<number>;
    }
  | {
      readonly kind: "series";
      readonly gap: GapRule;
      readonly season?: { readonly points: Points; readonly shape: LookupShape };
    }
  | { readonly kind: "lookup"; readonly input: string; readonly points: ByElement<Points>; readonly shape: LookupShape }
  | { readonly kind: "stock"; readonly initial: FormulaSource | ByElement<number> }
  | { readonly kind: "auxiliary" | "flow" | "output"; readonly formula: FormulaSource }
  | { readonly kind: "outcome"; readonly formula: FormulaSource; readonly title: string; readonly favours?: string }
  | { readonly kind: "conserved"; readonly formula: FormulaSource; readonly change: Quantity }
  /** `start` stands for the draw in initial values; without it, the draw's median. */
  | { readonly kind: "noise"; readonly stream: string; readonly draw: "normal" | "uniform"; readonly start?: number };

export type Kind = Definition["kind"];

/** What stands in for missing values of a series: the last one, a straight line, zero, or nothing (an error). */
export type GapRule = "hold" | "linear" | "zero" | "error";

export interface Described {
  readonly unit: string;
  readonly meaning: string;
  readonly over?: readonly IndexSet[] | undefined;
  readonly source?: string | undefined;
  readonly laws?: readonly Law[] | undefined;
  readonly place: Place;
  /** The number of stages of a delay or smooth. */
  readonly order?: number | undefined;
  /** Stocks and formulas that a compound declaration (a delay, say) brings along, named `<owner>.<part>`. */
  readonly parts?: Readonly<Record<string, Quantity | Rule>> | undefined;
}

/** A declared quantity: a scalar, or one scalar for each element of the index sets it is declared over. */
export class Quantity {
  readonly definition: Definition;
  readonly unit: string;
  readonly meaning: string;
  readonly over: readonly IndexSet[];
  readonly source: string | undefined;
  readonly laws: readonly Law[];
  readonly place: Place;
  readonly order: number | undefined;
  readonly parts: Readonly<Record<string, Quantity | Rule>>;
  /** The full name given by the first model that assembled it; for tests of single equations. Models keep their own. */
  assembledName: string | undefined;

  constructor(definition: Definition, described: Described) {
    this.definition = definition;
    this.unit = described.unit;
    this.meaning = described.meaning;
    this.over = described.over ?? [];
    this.source = described.source;
    this.laws = described.laws ?? [];
    this.place = described.place;
    this.order = described.order;
    this.parts = described.parts ?? {};
    this.assembledName = undefined;
  }

  /** The quantity read at the image of each element: `firepower.of(opponent)`. */
  of(mapping: Mapping): Reference {
    return new Reference(this, []).of(mapping);
  }

  /** The quantity at a chosen element: `.at("ua")` (of its only set, or the set that has it), `.at({ side: "ua" })`. */
  at(elements: string | Readonly<Record<string, string>>): Reference {
    return new Reference(this, []).at(elements);
  }
}

export type Pick =
  | { readonly how: "of"; readonly mapping: Mapping }
  | { readonly how: "at"; readonly elements: string | Readonly<Record<string, string>> };

/** A reference to a quantity with some of its index sets re-indexed or fixed; checked where a formula uses it. */
export class Reference {
  readonly quantity: Quantity;
  readonly picks: readonly Pick[];
  constructor(quantity: Quantity, picks: readonly Pick[]) {
    this.quantity = quantity;
    this.picks = picks;
  }
  of(mapping: Mapping): Reference {
    return new Reference(this.quantity, [...this.picks, { how: "of", mapping }]);
  }
  at(elements: string | Readonly<Record<string, string>>): Reference {
    return new Reference(this.quantity, [...this.picks, { how: "at", elements }]);
  }
}

/** How one of the referenced quantity's sets gets its element: from the formula's own element, a mapping, or fixed. */
export type Source =
  | { readonly from: "same"; readonly set: IndexSet }
  | { readonly from: "mapping"; readonly mapping: Mapping }
  | { readonly from: "element"; readonly position: number };

export type PickProblem =
  | { readonly problem: "mapping"; readonly mapping: Mapping }
  | { readonly problem: "element"; readonly label: string; readonly set: IndexSet | undefined }
  | { readonly problem: "set"; readonly set: string };

/** Resolves the picks of a reference: one source per set of the quantity, or the first pick that does not fit. */
export function resolvePicks(reference: Reference): readonly Source[] | PickProblem {
  const sets = reference.quantity.over;
  const sources: Source[] = sets.map((set) => ({ from: "same", set }));
  for (const pick of reference.picks) {
    if (pick.how === "of") {
      const k = sources.findIndex((source) => source.from === "same" && source.set === pick.mapping.to);
      if (k < 0) return { problem: "mapping", mapping: pick.mapping };
      sources[k] = { from: "mapping", mapping: pick.mapping };
      continue;
    }
    for (const [setName, label] of namedElements(pick.elements)) {
      const fits = (set: IndexSet) => (setName === undefined ? set.elements.includes(label) : set.name === setName);
      const k = sets.findIndex((set, i) => fits(set) && sources[i]!.from === "same");
      if (k < 0 && setName !== undefined) return { problem: "set", set: setName };
      const position = sets[k]?.elements.indexOf(label) ?? -1;
      if (position < 0) return { problem: "element", label, set: sets[k] ?? (sets.length === 1 ? sets[0] : undefined) };
      sources[k] = { from: "element", position };
    }
  }
  return sources;
}

function namedElements(elements: string | Readonly<Record<string, string>>): [string | undefined, string][] {
  return typeof elements === "string" ? [[undefined, elements]] : Object.entries(elements);
}

/** The index sets whose element a formula must know in order to read this reference. */
export const freeSets = (sources: readonly Source[]): IndexSet[] =>
  sources.flatMap((source) =>
    source.from === "same" ? [source.set] : source.from === "mapping" ? [source.mapping.from] : [],
  );
