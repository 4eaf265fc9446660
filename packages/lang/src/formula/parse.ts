import { Quantity, Reference } from "../declare/quantity.ts";
import { nearestName } from "../nearest.ts";
import { IndexSet } from "../sets/index-set.ts";
import { FUNCTIONS, REDUCTIONS } from "./functions.ts";
import type { BinaryOperator, Node, Reduction, Span } from "./node.ts";
import type { Rendered } from "./render.ts";
import { FormulaSyntaxError } from "./syntax-error.ts";
import { type Token, tokenize } from "./tokens.ts";

/**
 * Reads a rendered formula; from loosest to tightest: or; and; not; one comparison; + -; * /; unary minus; ^ (to the
 * right, tighter than a minus before it: -x^2 is -(x^2)). Throws FormulaSyntaxError.
 */
export function parseFormula(rendered: Rendered): Node {
  const parser = new Parser(tokenize(rendered));
  return parser.whole();
}

const COMPARISONS = ["<", "<=", ">", ">=", "=="];
const formOf = (name: string): string => FUNCTIONS[name]?.form ?? `${name}(\${x} over \${set})`;
const WORDS = ["and", "or", "not", "over", "time", "timeStep"];

class Parser {
  readonly tokens: readonly Token[];
  position = 0;
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Node {
    if (this.peek().kind === "end") {
      throw new FormulaSyntaxError("formula/empty", { from: 0, to: 1 }, "is empty", "Write what the quantity equals.");
    }
    const node = this.choice();
    if (this.peek().kind !== "end") throw this.unexpected("an operator");
    return node;
  }

  private peek(): Token {
    return this.tokens[this.position]!;
  }

  private text(): string {
    const token = this.peek();
    return token.kind === "number" || token.kind === "operand" ? "" : token.text;
  }

  private take(text: string): boolean {
    if (this.peek().kind === "end" || this.text() !== text) return false;
    this.position++;
    return true;
  }

  private expect(text: string, form: string): Token {
    const token = this.peek();
    if (!this.take(text)) throw this.unexpected(`'${text}'`, `The form is ${form}.`);
    return token;
  }

  private unexpected(wanted: string, hint?: string): FormulaSyntaxError {
    const token = this.peek();
    const found =
      token.kind === "end"
        ? "the formula ends"
        : token.kind === "number"
          ? "a number stands"
          : `'${token.text}' stands`;
    const juxtaposed = token.kind === "operand" || token.kind === "number" || this.text() === "(";
    const next = hint ?? (wanted === "an operator" && juxtaposed ? "A product needs its sign: a * b." : undefined);
    return new FormulaSyntaxError("formula/syntax", token, `cannot be read: ${found} where ${wanted} should`, next);
  }

  private leftwards(operators: readonly string[], operand: () => Node): Node {
    let left = operand();
    for (;;) {
      const operator = this.text();
      if (!operators.includes(operator)) return left;
      this.position++;
      const right = operand();
      left = { kind: "binary", operator: operator as BinaryOperator, left, right, from: left.from, to: right.to };
    }
  }

  private choice(): Node {
    return this.leftwards(["or"], () => this.leftwards(["and"], () => this.negation()));
  }

  private negation(): Node {
    const { from } = this.peek();
    if (!this.take("not")) return this.comparison();
    const operand = this.negation();
    return { kind: "unary", operator: "not", operand, from, to: operand.to };
  }

  private comparison(): Node {
    const left = this.sum();
    const operator = this.text();
    if (operator === "!=") throw this.unexpected("a comparison", "Write not (a == b).");
    if (!COMPARISONS.includes(operator)) return left;
    this.position++;
    const right = this.sum();
    if (COMPARISONS.includes(this.text())) {
      throw this.unexpected("the end of a comparison", "Join two comparisons by `and`: a < b and b < c.");
    }
    return { kind: "binary", operator: operator as BinaryOperator, left, right, from: left.from, to: right.to };
  }

  private sum(): Node {
    return this.leftwards(["+", "-"], () => this.leftwards(["*", "/"], () => this.sign()));
  }

  private sign(): Node {
    const { from } = this.peek();
    if (this.take("-")) {
      const operand = this.sign();
      return { kind: "unary", operator: "-", operand, from, to: operand.to };
    }
    const base = this.atom();
    if (!this.take("^")) return base;
    const right = this.sign();
    return { kind: "binary", operator: "^", left: base, right, from: base.from, to: right.to };
  }

  private atom(): Node {
    const token = this.peek();
    if (token.kind === "number") return this.number(token);
    if (token.kind === "operand") {
      this.position++;
      return { kind: "reference", reference: referenceOf(token.operand, token), from: token.from, to: token.to };
    }
    if (token.kind === "word") return this.word(token, token.text);
    if (!this.take("(")) throw this.unexpected("a value");
    const inner = this.choice();
    const close = this.expect(")", "(...)");
    return { ...inner, from: token.from, to: close.to };
  }

  private number(token: Token & { kind: "number" }): Node {
    this.position++;
    const unit = this.text();
    const weeks = (unit === "week" || unit === "weeks") && this.position > 0;
    const to = weeks ? this.peek().to : token.to;
    if (weeks) this.position++;
    return { kind: "number", value: token.value, weeks, from: token.from, to };
  }

  private word(token: Token, name: string): Node {
    this.position++;
    if (name === "time" || name === "timeStep") return { kind: "clock", name, from: token.from, to: token.to };
    const opens = this.text() === "(" && this.tokens[this.position]!.kind === "symbol";
    const known = Object.hasOwn(FUNCTIONS, name) || (REDUCTIONS as readonly string[]).includes(name);
    if (!opens || !known) throw unknownWord(token, name, opens, known);
    this.position++;
    return this.call(token, name);
  }

  private call(token: Span, name: string): Node {
    const form = formOf(name);
    const inputs: Node[] = [];
    const sets: IndexSet[] = [];
    while (this.text() !== ")" || this.peek().kind === "end") {
      if (inputs.length + sets.length > 0) {
        if (inputs.length === 1 && sets.length === 0 && this.take("over")) sets.push(this.set(form));
        else this.expect(",", form);
      }
      if (this.text() === ")") break;
      if (inputs.length > 0 && this.isSet()) sets.push(this.set(form));
      else if (sets.length === 0) inputs.push(this.choice());
    }
    const span = { from: token.from, to: this.expect(")", form).to };
    if (sets.length > 0 || name === "sum" || name === "mean") return reduction(name, inputs, sets, span);
    const entry = FUNCTIONS[name]!;
    const [least, most] = entry.inputs;
    if (inputs.length < least || inputs.length > most) {
      const wanted = least === most ? `${least}` : `at least ${least}`;
      const reason = `gives ${name} ${inputs.length} input${inputs.length === 1 ? "" : "s"} where it takes ${wanted}`;
      throw new FormulaSyntaxError("formula/inputs", span, reason, `The form is ${form}.`);
    }
    return { kind: "call", name, inputs, ...span };
  }

  private isSet(): boolean {
    const token = this.peek();
    return token.kind === "operand" && token.operand instanceof IndexSet;
  }

  private set(form: string): IndexSet {
    const token = this.peek();
    if (token.kind !== "operand" || !(token.operand instanceof IndexSet)) {
      throw this.unexpected("an index set", `The form is ${form}.`);
    }
    this.position++;
    return token.operand;
  }
}

function reduction(name: string, inputs: readonly Node[], sets: readonly IndexSet[], span: Span): Node {
  const form = formOf(name);
  if (!(REDUCTIONS as readonly string[]).includes(name)) {
    throw new FormulaSyntaxError(
      "formula/over",
      span,
      `reduces ${name} over an index set`,
      `Only ${REDUCTIONS.join(", ")} reduce.`,
    );
  }
  if (inputs.length !== 1 || sets.length === 0) {
    throw new FormulaSyntaxError("formula/over", span, `uses ${name} without an index set`, `The form is ${form}.`);
  }
  return { kind: "reduce", how: name as Reduction, body: inputs[0]!, sets, ...span };
}

function referenceOf(operand: unknown, span: Span): Reference {
  if (operand instanceof Quantity) return new Reference(operand, []);
  if (operand instanceof Reference) return operand;
  if (operand instanceof IndexSet) {
    const reason = `uses the index set ${operand.name} as a value`;
    throw new FormulaSyntaxError("formula/operand", span, reason, `A set stands only after over: ${formOf("sum")}.`);
  }
  const found = operand === undefined ? "undefined" : operand === null ? "null" : `a ${typeof operand}`;
  const next =
    operand === undefined
      ? "It was not defined yet when the formula was read: import it without a cycle, or write formula: () => f`...`."
      : "Only quantities are referred to; write a pure number into the text, and declare one with a unit as a constant.";
  throw new FormulaSyntaxError("formula/operand", span, `refers to ${found} where a quantity should stand`, next);
}

function unknownWord(token: Span, name: string, opens: boolean, known: boolean): FormulaSyntaxError {
  if (known) {
    const form = formOf(name);
    return new FormulaSyntaxError("formula/syntax", token, `uses ${name} without its inputs`, `The form is ${form}.`);
  }
  if (opens) {
    const near = nearestName(name, [...Object.keys(FUNCTIONS), ...REDUCTIONS]);
    const next = near
      ? `Did you mean ${near}?`
      : `The functions are ${[...new Set([...REDUCTIONS, ...Object.keys(FUNCTIONS)])].join(", ")}.`;
    return new FormulaSyntaxError("formula/unknown-function", token, `calls ${name}, which is no function`, next);
  }
  const near = nearestName(name, WORDS);
  const next = near
    ? `Did you mean ${near}? A quantity is referred to as \${${name}}.`
    : `A quantity is referred to as \${${name}}.`;
  return new FormulaSyntaxError("formula/unknown-word", token, `uses the word ${name}, which means nothing here`, next);
}
