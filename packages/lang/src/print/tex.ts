/** Formulas as TeX, in the author's own form: fractions stand up, sums get their index, words stay words. */
import { type Reference, resolvePicks } from "../declare/quantity.ts";
import type { Node } from "../formula/node.ts";
import type { NameOf } from "../formula/render.ts";
import type { IndexSet } from "../sets/index-set.ts";

/** How tightly a term holds together; a looser one inside a tighter one gets parentheses. */
const TIGHTNESS = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, sign: 7, power: 8, atom: 9 } as const;

interface Piece {
  readonly tex: string;
  readonly tightness: number;
}

const OPERATORS: Readonly<Record<string, string>> = {
  "<": "<",
  "<=": "\\le",
  ">": ">",
  ">=": "\\ge",
  "==": "=",
  and: "\\land",
  or: "\\lor",
  "*": "\\cdot",
  "+": "+",
  "-": "-",
};
const FUNCTION_NAMES: Readonly<Record<string, string>> = { min: "\\min", max: "\\max", exp: "\\exp", log: "\\ln" };

/** `casualtiesPerRound` -> `\text{casualties per round}`. */
export const texName = (name: string): string =>
  `\\text{${name
    .replace(/_/g, " ")
    .replace(/\./g, ": ")
    .replace(/([a-z])([A-Z0-9])|([0-9])([A-Za-z])/g, "$1$3 $2$4")
    .toLowerCase()}}`;

/** A left-hand side: `\text{losses}_{\text{side}}`. */
export function texSubject(name: string, over: readonly IndexSet[]): string {
  const subscript = over.map((set) => texName(set.name)).join(",");
  return texName(name) + (subscript ? `_{${subscript}}` : "");
}

export function texOf(node: Node, nameOf: NameOf): string {
  return piece(node, nameOf).tex;
}

const atom = (tex: string): Piece => ({ tex, tightness: TIGHTNESS.atom });
const wrap = ({ tex, tightness }: Piece, least: number): string => (tightness < least ? `\\left(${tex}\\right)` : tex);

function piece(node: Node, nameOf: NameOf): Piece {
  switch (node.kind) {
    case "number":
      return atom(`${texNumber(node.value)}${node.weeks ? "\\,\\text{week}" : ""}`);
    case "clock":
      return atom(node.name === "time" ? "t" : "\\Delta t");
    case "reference":
      return atom(reference(node.reference, nameOf));
    case "unary": {
      const inner = piece(node.operand, nameOf);
      if (node.operator === "not") return { tex: `\\lnot ${wrap(inner, TIGHTNESS.not)}`, tightness: TIGHTNESS.not };
      return { tex: `-${wrap(inner, TIGHTNESS.product)}`, tightness: TIGHTNESS.sum };
    }
    case "binary":
      return binary(node, nameOf);
    case "reduce": {
      const sets = node.sets.map((set) => texName(set.name)).join(",");
      const sign = { sum: "\\sum", mean: "\\operatorname{mean}", min: "\\min", max: "\\max" }[node.how];
      return {
        tex: `${sign}_{${sets}} ${wrap(piece(node.body, nameOf), TIGHTNESS.product)}`,
        tightness: TIGHTNESS.product,
      };
    }
    case "call":
      return call(node, nameOf);
  }
}

function texNumber(value: number): string {
  const [digits, exponent] = String(value).split("e");
  return exponent === undefined ? digits! : `${digits} \\times 10^{${Number(exponent)}}`;
}

function reference({ quantity, picks }: Reference, nameOf: NameOf): string {
  const name = texName(nameOf(quantity) ?? "unnamed");
  const sources = resolvePicks({ quantity, picks } as Reference);
  if ("problem" in sources) return name;
  const subscripts = sources.map((source, k) => {
    if (source.from === "same") return texName(source.set.name);
    if (source.from === "element") return texName(quantity.over[k]!.elements[source.position]!);
    return `${texName(source.mapping.name)}(${texName(source.mapping.from.name)})`;
  });
  return subscripts.length > 0 ? `${name}_{${subscripts.join(",")}}` : name;
}

function binary(node: Extract<Node, { kind: "binary" }>, nameOf: NameOf): Piece {
  const { operator } = node;
  const [left, right] = [piece(node.left, nameOf), piece(node.right, nameOf)];
  if (operator === "/") return atom(`\\frac{${left.tex}}{${right.tex}}`);
  if (operator === "^") {
    return { tex: `{${wrap(left, TIGHTNESS.atom)}}^{${right.tex}}`, tightness: TIGHTNESS.power };
  }
  const tightness =
    operator === "or" || operator === "and"
      ? TIGHTNESS[operator]
      : operator === "*"
        ? TIGHTNESS.product
        : operator === "+" || operator === "-"
          ? TIGHTNESS.sum
          : TIGHTNESS.comparison;
  const leading = node.left.kind === "unary" && node.left.operator === "-";
  const before = leading && tightness === TIGHTNESS.product ? left.tex : wrap(left, tightness);
  const after = operator === "-" || operator === "*" ? tightness + 1 : tightness;
  return { tex: `${before} ${OPERATORS[operator]} ${wrap(right, after)}`, tightness };
}

function call(node: Extract<Node, { kind: "call" }>, nameOf: NameOf): Piece {
  const inputs = node.inputs.map((input) => piece(input, nameOf).tex);
  if (node.name === "sqrt") return atom(`\\sqrt{${inputs[0]}}`);
  if (node.name === "abs") return atom(`\\left|${inputs[0]}\\right|`);
  if (node.name === "if") {
    return atom(`\\begin{cases}${inputs[1]} & ${inputs[0]}\\\\ ${inputs[2]} & \\text{otherwise}\\end{cases}`);
  }
  if (node.name === "interpolate") return atom(`${inputs[1]}\\left(${inputs[0]}\\right)`);
  const name = FUNCTION_NAMES[node.name] ?? `\\operatorname{${node.name}}`;
  return atom(`${name}\\left(${inputs.join(", ")}\\right)`);
}
