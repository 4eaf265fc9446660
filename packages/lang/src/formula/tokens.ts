import type { Span } from "./node.ts";
import type { Rendered } from "./render.ts";
import { FormulaSyntaxError } from "./syntax-error.ts";

export type Token = Span &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "word" | "symbol"; readonly text: string }
    | { readonly kind: "operand"; readonly operand: unknown; readonly text: string }
    | { readonly kind: "end"; readonly text: "" }
  );

const PATTERN =
  /\s+|(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|==|!=|[-+*/^(),<>])/y;

export function tokenize({ text, operands }: Rendered): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  while (from < text.length) {
    const operand = operands.get(from);
    if (operand) {
      tokens.push({
        kind: "operand",
        operand: operand.operand,
        text: text.slice(from, operand.to),
        from,
        to: operand.to,
      });
      from = operand.to;
      continue;
    }
    PATTERN.lastIndex = from;
    const match = PATTERN.exec(text);
    if (!match) {
      const span = { from, to: from + 1 };
      throw new FormulaSyntaxError(
        "formula/character",
        span,
        `contains '${text[from]}', which formulas do not use`,
        HINTS[text[from]!],
      );
    }
    const to = PATTERN.lastIndex;
    const [, number, word, symbol] = match;
    if (number !== undefined) tokens.push({ kind: "number", value: Number(number), from, to });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, from, to });
    else if (symbol !== undefined) tokens.push({ kind: "symbol", text: symbol, from, to });
    from = to;
  }
  tokens.push({ kind: "end", text: "", from: text.length, to: text.length + 1 });
  return tokens;
}

const HINTS: Readonly<Record<string, string>> = {
  "=": "Equality is written ==.",
  "&": "Conditions are joined by the word `and`.",
  "|": "Conditions are joined by the word `or`.",
  "!": "Negation is the word `not`.",
  "[": 'An element is picked inside the reference: quantity.at("label").',
  "%": "Write a share as a number: 5 % is 0.05.",
  "?": "A choice is written if(condition, value, otherwise).",
};
