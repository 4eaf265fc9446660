/** Formulas as MathML, which browsers show by themselves: no script, no font, no network. */
import { type TexNode, texTree } from "./tex-tree.ts";

/** A line of a formula is broken before a sum or product would make it longer than about this many letters. */
const LINE = 74;

/** A formula in the language's TeX as one `<math>` element. Long right-hand sides are broken at `+`, `-` and `·`. */
export function mathml(tex: string): string {
  const tree = texTree(tex);
  const items = tree.kind === "row" ? tree.items : [tree];
  const equals = items.findIndex((item) => item.kind === "operator" && item.text === "=");
  const whole =
    equals < 0 || lettersOf(tree) <= LINE
      ? rowOf(items)
      : aligned(items.slice(0, equals), brokenLines(items.slice(equals + 1)));
  return `<math display="block">${whole}</math>`;
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeXml = (text: string): string => text.replace(/[&<>]/g, (letter) => escapes[letter]!);
const element = (name: string, inner: string): string => `<${name}>${inner}</${name}>`;
const operator = (text: string, prefix = false): string =>
  `<mo${prefix ? ' form="prefix"' : ""}>${escapeXml(text === "-" ? "\u2212" : text)}</mo>`;

/** Items of a row; a minus at its start, or after another sign, belongs to what follows. */
function rowItems(items: readonly TexNode[]): string {
  return items
    .map((item, k) => {
      const before = items[k - 1];
      const sign = item.kind === "operator" && (item.text === "-" || item.text === "+");
      const leads = before === undefined || (before.kind === "operator" && !["(", ")"].includes(before.text));
      return sign ? operator(item.text, leads) : render(item);
    })
    .join("");
}

const rowOf = (items: readonly TexNode[]): string =>
  items.length === 1 ? render(items[0]!) : element("mrow", rowItems(items));

function render(node: TexNode): string {
  switch (node.kind) {
    case "text":
      // Not <mtext>: browsers take it for space, and give the signs beside it none.
      return element("mi", escapeXml(node.text));
    case "number":
      return element("mn", node.text);
    case "variable":
      return node.text === "Δ" ? '<mi mathvariant="normal">Δ</mi>' : element("mi", escapeXml(node.text));
    case "function":
      return element("mi", escapeXml(node.text.length === 1 ? ` ${node.text}` : node.text));
    case "operator":
      return operator(node.text);
    case "space":
      return '<mspace width="0.2em"/>';
    case "row":
      return element("mrow", rowItems(node.items));
    case "fence":
      return element("mrow", operator(node.open) + render(node.inner) + operator(node.close));
    case "fraction":
      return element("mfrac", render(node.top) + render(node.bottom));
    case "root":
      return element("msqrt", render(node.inner));
    case "script":
      return script(node);
    case "cases":
      return element(
        "mrow",
        operator("{", true) +
          element(
            "mtable",
            node.rows.map((row) => element("mtr", row.map((cell) => element("mtd", render(cell))).join(""))).join(""),
          ),
      );
  }
}

/** Index sets stand under a sum, a least and a mean, and beside everything else. */
function script({ base, below, above }: Extract<TexNode, { kind: "script" }>): string {
  const under = base.kind === "function" || (base.kind === "operator" && base.text === "∑");
  const parts = [base, below, above].filter((part) => part !== undefined);
  const name = below && above ? (under ? "munderover" : "msubsup") : below ? (under ? "munder" : "msub") : "msup";
  return element(name, parts.map(render).join(""));
}

function aligned(left: readonly TexNode[], lines: readonly (readonly TexNode[])[]): string {
  const rows = lines.map((line, k) =>
    element(
      "mtr",
      element("mtd", k === 0 ? rowOf(left) : "") +
        element(
          "mtd",
          element("mrow", `${k === 0 ? '<mo form="infix">=</mo>' : '<mspace width="1.6em"/>'}${rowItems(line)}`),
        ),
    ),
  );
  return `<mtable class="lines" displaystyle="true">${rows.join("")}</mtable>`;
}

/** Splits a right-hand side before top-level signs so that no line is longer than it must be. */
function brokenLines(items: readonly TexNode[]): readonly (readonly TexNode[])[] {
  const lines: TexNode[][] = [[]];
  const pieces = splitBefore(items, ["+", "-"]).flatMap((piece) =>
    lettersOf({ kind: "row", items: piece }) > LINE ? splitBefore(piece, ["·"]) : [piece],
  );
  for (const piece of pieces) {
    const line = lines[lines.length - 1]!;
    const length = lettersOf({ kind: "row", items: [...line, ...piece] });
    if (line.length > 0 && length > LINE) lines.push([...piece]);
    else line.push(...piece);
  }
  return lines;
}

function splitBefore(items: readonly TexNode[], signs: readonly string[]): readonly (readonly TexNode[])[] {
  const pieces: TexNode[][] = [[]];
  items.forEach((item, k) => {
    const before = items[k - 1];
    const breaks = item.kind === "operator" && signs.includes(item.text) && before && before.kind !== "operator";
    if (breaks) pieces.push([item]);
    else pieces[pieces.length - 1]!.push(item);
  });
  return pieces;
}

/** About how many letters wide something is. */
function lettersOf(node: TexNode): number {
  switch (node.kind) {
    case "space":
      return 0;
    case "row":
      return node.items.reduce((sum, item) => sum + lettersOf(item), 0);
    case "fence":
      return lettersOf(node.inner) + 2;
    case "fraction":
      return Math.max(lettersOf(node.top), lettersOf(node.bottom));
    case "root":
      return lettersOf(node.inner) + 1;
    case "script": {
      const scripts = [node.below, node.above].map((part) => (part ? lettersOf(part) * 0.7 : 0));
      const under = node.base.kind === "function" || node.base.kind === "operator";
      return under ? Math.max(lettersOf(node.base), ...scripts) : lettersOf(node.base) + Math.max(...scripts);
    }
    case "cases":
      return Math.max(...node.rows.map((row) => row.reduce((sum, cell) => sum + lettersOf(cell), 3)));
    default:
      return node.text.length;
  }
}
