/**
 * Random models, well-typed by construction: units, index sets, mappings, reductions, histories, delays. A model is
 * made from a plain recipe, so that fast-check can shrink it and print it in the language itself.
 */
import fc from "fast-check";
import { auxiliary, constant, lever, noise, output, parameter, series, stock } from "../declare/declare.ts";
import { delay } from "../declare/delay.ts";
import { ar1, studentT } from "../declare/draws.ts";
import { lookup } from "../declare/lookup.ts";
import { type Quantity, Reference } from "../declare/quantity.ts";
import { regime } from "../declare/regime.ts";
import { balance, type Rule } from "../declare/rule.ts";
import { Formula } from "../formula/formula.ts";
import { renderFormula } from "../formula/render.ts";
import { type Model, model } from "../model/model.ts";
import { NOWHERE } from "../place.ts";
import { uniform } from "../priors/families.ts";
import { type IndexSet, indexSet, type Mapping, mapping } from "../sets/index-set.ts";

export type UnitName = "1" | "person" | "person/week" | "week";
type Shape = 0 | 1 | 2;

/** A term of a known unit. `refer` chooses among the quantities that are there already. */
export type Term =
  | { readonly kind: "number"; readonly value: number }
  | {
      readonly kind: "refer";
      readonly pick: number;
      readonly swap: boolean;
      readonly reduce: "sum" | "mean" | "min" | "max";
    }
  | { readonly kind: "form"; readonly form: number; readonly inputs: readonly Term[] };

export interface Declared {
  readonly kind:
    | "constant"
    | "parameter"
    | "lever"
    | "series"
    | "noise"
    | "stock"
    | "auxiliary"
    | "delay"
    | "regime"
    | "ar1"
    | "studentT";
  readonly unit: UnitName;
  readonly shape: Shape;
  readonly value: number;
  readonly term: Term;
}
export interface Recipe {
  readonly declared: readonly Declared[];
}

/**
 * Forms of terms by unit: `#1` stands for a term that is a pure number, `#p` persons, `#r` persons per week, `#w` weeks.
 * Every form gives the unit it is listed under.
 */
const FORMS: Readonly<Record<UnitName, readonly string[]>> = {
  "1": [
    "#1 + #1",
    "#1 - #1",
    "#1 * #1",
    "#1 / #1",
    "-#1",
    "#p / #p",
    "#w / #w",
    "min(#1, #1)",
    "max(#1, #1, #1)",
    "abs(#1)",
    "sqrt(abs(#1))",
    "exp(#1)",
    "log(1 + abs(#1))",
    "pow(abs(#1), #1)",
    "#1 ^ 2",
    "#1 ^ 3",
    "#1 ^ -1",
    "abs(#1) ^ 0.5",
    "softplus(#1)",
    "gate(#p, #p, #p)",
    "gate(#1, #1, 0.5)",
    "if(#1 < #1, #1, #1)",
    "if(#p >= #p and not (#w == #w), #1, #1)",
    "lag(#1, 2 week)",
    "rollingSum(#r, 3 week) / #p",
    "forWeeks(#1 > #1, 2 week)",
    "ever(#p < #p)",
    "everBy(#1 <= 0, 3 week)",
    "firstWeek(#1 > 0.5) / timeStep",
    "time / #w",
    "interpolate(#1, #l)",
    "interpolate(#1 * 3, #m)",
  ],
  person: [
    "#p + #p",
    "#p - #p",
    "#1 * #p",
    "#p / (1 + abs(#1))",
    "#r * #w",
    "max(0, #p)",
    "min(#p, #p)",
    "abs(#p)",
    "sqrt(#p * #p)",
    "lag(#p, 1 week)",
    "rollingSum(#r, 2 week)",
    "if(#1 > 0, #p, #p)",
  ],
  "person/week": ["#p / #w", "#r + #r", "#r * #1", "#p / timeStep", "lag(#r, 3 week)", "max(#r, #r)"],
  week: ["#w + #w", "abs(#w)", "time", "timeStep", "timeStep * (1 + #1 ^ 2)", "max(timeStep, #w)"],
};
const UNIT_OF: Readonly<Record<string, UnitName>> = { "#1": "1", "#p": "person", "#r": "person/week", "#w": "week" };

const { term } = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("number" as const), value: fc.constantFrom(0, 1, 0.5, 2, 3, 0.1, 10) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("refer" as const),
        pick: fc.noBias(fc.nat(99)),
        swap: fc.boolean(),
        reduce: fc.constantFrom("sum" as const, "mean" as const, "min" as const, "max" as const),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("form" as const),
        form: fc.noBias(fc.nat(99)),
        inputs: fc.array(tie("term"), { minLength: 1, maxLength: 3 }),
      }),
    },
  ),
}));

const declared: fc.Arbitrary<Declared> = fc.record({
  kind: fc.constantFrom(
    "auxiliary",
    "auxiliary",
    "auxiliary",
    "auxiliary",
    "stock",
    "stock",
    "constant",
    "parameter",
    "lever",
    "series",
    "noise",
    "delay",
    "regime",
    "ar1",
    "studentT",
  ),
  unit: fc.constantFrom<UnitName>("1", "person", "person/week", "week"),
  shape: fc.constantFrom<Shape>(0, 1, 2),
  value: fc.double({ min: 0.1, max: 5, noNaN: true }),
  term,
});

/** Recipes of up to `size` quantities (12). */
export const randomRecipe = (size = 12): fc.Arbitrary<Recipe> =>
  fc.record({ declared: fc.array(declared, { minLength: 1, maxLength: size, size: "max" }) });

/** Random models; a counterexample prints as the model's own equations. */
export const randomModel = (size = 12): fc.Arbitrary<Model> =>
  randomRecipe(size).map((recipe) => {
    const made = modelOf(recipe);
    return Object.defineProperty(made, fc.toStringMethod, { value: () => showModel(made) });
  });

const source = "Made at random.";
const TABLE = {
  input: "1",
  unit: "1",
  points: [
    [-1, 0.5],
    [0, 1],
    [0.5, 0.75],
    [2, 3],
  ],
} as const;

/** Builds the model of a recipe: two seeds of each unit, then what is declared, then an output for everything. */
export function modelOf(recipe: Recipe): Model {
  const side = indexSet("side", ["ua", "ru"]);
  const sector = indexSet("sector", ["north", "centre", "south"]);
  const opponent = mapping("opponent", side, { ua: "ru", ru: "ua" });
  const table = (shape: "linear" | "monotone") => lookup({ ...TABLE, shape, meaning: "A table.", source });
  const tables = [table("linear"), table("monotone")] as const;
  const makers: Makers = { side, sector, opponent, known: [], tables };
  const members: Record<string, Quantity | Rule> = { line: tables[0], curve: tables[1] };
  for (const unit of Object.keys(FORMS) as UnitName[]) {
    const seed = constant({ unit, meaning: "A seed.", value: 2, source });
    makers.known.push(seed);
    members[`seed${makers.known.length}`] = seed;
  }
  recipe.declared.forEach((one, k) => {
    const made = declare(one, `q${k}`, makers);
    members[`q${k}`] = made;
    if (one.kind === "stock") {
      members[`q${k}Change`] = balance(made, formulaOf(one.term, perWeek(one.unit), made.over, makers));
    }
    makers.known.push(made);
  });
  const results = Object.fromEntries(
    makers.known.map((quantity, k) => [
      `y${k}`,
      output({ unit: quantity.unit, over: quantity.over, meaning: "A result.", formula: quantity }),
    ]),
  );
  const shown = `interpolate(time / timeStep, ` as const;
  const used = new Formula([shown, `) + ${shown}`, ")"], tables, NOWHERE);
  const tablesShown = output({ unit: "1", meaning: "The tables.", formula: used });
  return model("random", { model: members, results: { ...results, tablesShown } });
}

/** The unit in which a stock of this unit may change; stocks in other units than these get a rate of zero. */
const perWeek = (unit: UnitName): UnitName | undefined =>
  unit === "person" ? "person/week" : unit === "week" ? "1" : undefined;

/** The first quantity of a unit: a constant. */
const seedOf = (unit: UnitName, { known }: Makers): Quantity => known.find((quantity) => quantity.unit === unit)!;

interface Makers {
  readonly side: IndexSet;
  readonly sector: IndexSet;
  readonly opponent: Mapping;
  readonly known: Quantity[];
  /** One of straight lines, one of cubics. */
  readonly tables: readonly [Quantity, Quantity];
}

function declare(one: Declared, stream: string, makers: Makers): Quantity {
  const { kind, unit, value } = one;
  const over = [[], [makers.side], [makers.side, makers.sector]][one.shape]!;
  const stated = { unit, over, meaning: `A ${kind}.`, source };
  switch (kind) {
    case "constant":
      return constant({ ...stated, value });
    case "parameter":
      return parameter({ ...stated, prior: uniform({ low: value / 2, high: value * 2 }) });
    case "lever":
      return lever({ ...stated, range: [0, 10], default: value });
    case "series":
      return series({ ...stated, gap: "hold" });
    case "noise":
      return noise({ over, stream, kind: value > 2.5 ? "uniform" : "normal", meaning: "Noise." });
    case "regime": {
      const enter = formulaOf(one.term, "1", over, makers, ["abs(", ") / timeStep"]);
      return regime({ over, stream, meaning: "A regime.", enter, leave: enter, initial: value > 2.5 ? 1 : 0 });
    }
    case "ar1":
      return ar1({
        over,
        stream,
        unit,
        meaning: "Drift.",
        persistence: new Formula(["0.6"], [], NOWHERE),
        sd: seedOf(unit, makers),
      });
    case "studentT":
      return studentT({ over, stream, meaning: "Heavy tails.", freedom: seedOf("1", makers) });
    case "stock":
      return stock({ ...stated, initial: value });
    case "auxiliary":
      return auxiliary({ ...stated, formula: formulaOf(one.term, unit, over, makers) });
    case "delay": {
      const rate = formulaOf(one.term, "person/week", over, makers);
      const mean = formulaOf({ kind: "refer", pick: 3, swap: false, reduce: "sum" }, "week", over, makers);
      const order = 1 + (Math.round(value) % 3);
      return delay({
        input: rate,
        mean,
        order,
        over,
        unit: "person/week",
        meaning: "A delay.",
        initial: value > 2.5 ? "empty" : "equilibrium",
      });
    }
  }
}

/** The formula of a term in a unit; `undefined` is a rate of zero. */
function formulaOf(
  term: Term,
  unit: UnitName | undefined,
  over: readonly IndexSet[],
  makers: Makers,
  [before, after]: readonly [string, string] = ["", ""],
): Formula {
  const writer = new Writer(over, makers);
  writer.text(before);
  if (unit === undefined) writer.text("0");
  else writer.term(term, unit);
  writer.text(after);
  return new Formula(writer.strings, writer.refs, NOWHERE);
}

class Writer {
  readonly strings: string[] = [""];
  readonly refs: unknown[] = [];
  readonly over: readonly IndexSet[];
  readonly makers: Makers;
  constructor(over: readonly IndexSet[], makers: Makers) {
    this.over = over;
    this.makers = makers;
  }

  text(piece: string): void {
    this.strings[this.strings.length - 1] += piece;
  }

  term(term: Term, unit: UnitName): void {
    if (term.kind === "number" && unit === "1") this.text(String(term.value));
    else if (term.kind === "number") this.refer({ kind: "refer", pick: 0, swap: false, reduce: "sum" }, unit);
    else if (term.kind === "refer") this.refer(term, unit);
    else this.form(term, unit);
  }

  private form(term: Extract<Term, { kind: "form" }>, unit: UnitName): void {
    const forms = FORMS[unit];
    let next = 0;
    this.text("(");
    for (const piece of forms[term.form % forms.length]!.split(/(#[1prwlm])/)) {
      const inner = UNIT_OF[piece];
      const table = piece === "#l" ? this.makers.tables[0] : piece === "#m" ? this.makers.tables[1] : undefined;
      if (table) this.operand(table);
      else if (inner) this.term(term.inputs[next++ % term.inputs.length]!, inner);
      else this.text(piece);
    }
    this.text(")");
  }

  /** A quantity of the unit: reduced over the sets that are not at hand, its sides swapped where asked. */
  private refer({ pick, swap, reduce }: Extract<Term, { kind: "refer" }>, unit: UnitName): void {
    const fits = this.makers.known.filter((quantity) => quantity.unit === unit);
    const quantity = fits[pick % fits.length]!;
    const missing = quantity.over.filter((set) => !this.over.includes(set));
    if (missing.length > 0) this.text(`${reduce}(`);
    const swapped = swap && quantity.over.includes(this.makers.side);
    this.operand(swapped ? quantity.of(this.makers.opponent) : new Reference(quantity, []));
    missing.forEach((set, k) => {
      this.text(k === 0 ? " over " : ", ");
      this.operand(set);
    });
    if (missing.length > 0) this.text(")");
  }

  private operand(operand: unknown): void {
    this.refs.push(operand);
    this.strings.push("");
  }
}

/** The model's equations, one per line. */
export function showModel(made: Model): string {
  const name = (quantity: Quantity) => made.memberOf(quantity)?.shortName;
  const text = (formula: unknown) => (formula instanceof Formula ? renderFormula(formula, name).text : "");
  const lines = made.quantities
    .filter(({ subject, owner }) => subject === "model" && !owner)
    .map(({ shortName, value }) => {
      const { definition, unit } = value;
      const sets = value.over.map((set) => set.name).join(", ");
      const body =
        "formula" in definition
          ? ` = ${text(definition.formula)}`
          : "value" in definition
            ? ` = ${definition.value}`
            : "";
      return `${definition.kind} ${shortName}${sets ? `[${sets}]` : ""} (${unit})${body}`;
    });
  const changes = made.rules
    .filter(({ owner }) => !owner)
    .map(({ value }) => `d ${name(value.stock)} = ${text(value.formula)}`);
  return ["", ...lines, ...changes].join("\n");
}
