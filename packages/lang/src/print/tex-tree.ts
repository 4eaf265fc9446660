/** The TeX that the language prints for formulas, read into a tree: a small part of TeX, and nothing beyond it. */
import { printErrors } from "./print-errors.ts";

export type TexNode =
  | { readonly kind: "text" | "number" | "variable" | "operator" | "function"; readonly text: string }
  | { readonly kind: "space" }
  | { readonly kind: "row"; readonly items: readonly TexNode[] }
  | { readonly kind: "fence"; readonly open: string; readonly close: string; readonly inner: TexNode }
  | { readonly kind: "fraction"; readonly top: TexNode; readonly bottom: TexNode }
  | { readonly kind: "root"; readonly inner: TexNode }
  | { readonly kind: "script"; readonly base: TexNode; readonly below?: TexNode; readonly above?: TexNode }
  | { readonly kind: "cases"; readonly rows: readonly (readonly TexNode[])[] };

const SYMBOLS: Readonly<Record<string, TexNode>> = {
  "\\cdot": { kind: "operator", text: "·" },
  "\\times": { kind: "operator", text: "×" },
  "\\le": { kind: "operator", text: "≤" },
  "\\ge": { kind: "operator", text: "≥" },
  "\\land": { kind: "operator", text: "∧" },
  "\\lor": { kind: "operator", text: "∨" },
  "\\lnot": { kind: "operator", text: "¬" },
  "\\sum": { kind: "operator", text: "∑" },
  "\\Delta": { kind: "variable", text: "Δ" },
  "\\min": { kind: "function", text: "min" },
  "\\max": { kind: "function", text: "max" },
  "\\exp": { kind: "function", text: "exp" },
  "\\ln": { kind: "function", text: "ln" },
  "\\,": { kind: "space" },
};

const TOKEN = /\s+|\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|[A-Za-z]|./gsu;

/** Reads a whole formula. Throws `print/tex` at the first thing it does not know. */
export function texTree(tex: string): TexNode {
  const reader = new Reader(tex);
  const row = reader.row(() => false);
  if (!reader.done) throw reader.lost();
  return row;
}

class Reader {
  readonly #tex: string;
  readonly #tokens: readonly { readonly text: string; readonly at: number }[];
  #next = 0;

  constructor(tex: string) {
    this.#tex = tex;
    this.#tokens = Array.from(tex.matchAll(TOKEN), ({ 0: text, index: at }) => ({ text, at })).filter(
      ({ text }) => text.trim() !== "",
    );
  }

  get done(): boolean {
    return this.#next >= this.#tokens.length;
  }

  lost() {
    const token = this.#tokens[this.#next];
    return printErrors.tex(this.#tex, token?.at ?? this.#tex.length, token?.text ?? "the end");
  }

  #peek(): string {
    return this.#tokens[this.#next]?.text ?? "";
  }

  #take(expected?: string): string {
    const text = this.#peek();
    if (text === "" || (expected !== undefined && text !== expected)) throw this.lost();
    this.#next += 1;
    return text;
  }

  /** Items up to what ends them, which is left in place. */
  row(ends: (token: string) => boolean): TexNode {
    const items: TexNode[] = [];
    while (!this.done && !ends(this.#peek())) {
      if (this.#peek() === "}" || this.#peek() === "\\right") break;
      items.push(this.#item());
    }
    return items.length === 1 ? items[0]! : { kind: "row", items };
  }

  #item(): TexNode {
    const base = this.#atom();
    let below: TexNode | undefined;
    let above: TexNode | undefined;
    while (this.#peek() === "_" || this.#peek() === "^") {
      if (this.#take() === "_") below = this.#group();
      else above = this.#group();
    }
    if (!below && !above) return base;
    return { kind: "script", base, ...(below ? { below } : {}), ...(above ? { above } : {}) };
  }

  #group(): TexNode {
    this.#take("{");
    const inner = this.row(() => false);
    this.#take("}");
    return inner;
  }

  /** The letters between braces, spaces and all. */
  #letters(): string {
    this.#take("{");
    const from = this.#tokens[this.#next - 1]!.at + 1;
    while (!this.done && this.#peek() !== "}") this.#next += 1;
    const to = this.#tokens[this.#next]?.at;
    this.#take("}");
    return this.#tex.slice(from, to);
  }

  #atom(): TexNode {
    const token = this.#peek();
    if (token === "{") return this.#group();
    if (/^\d/.test(token)) return { kind: "number", text: this.#take() };
    if (/^[A-Za-z]$/.test(token)) return { kind: "variable", text: this.#take() };
    if (/^[-+=<>(),]$/.test(token)) return { kind: "operator", text: this.#take() };
    const symbol = SYMBOLS[token];
    if (symbol) {
      this.#take();
      return symbol;
    }
    return this.#command(token);
  }

  #command(token: string): TexNode {
    switch (token) {
      case "\\text":
        this.#take();
        return { kind: "text", text: this.#letters() };
      case "\\operatorname":
        this.#take();
        return { kind: "function", text: this.#letters() };
      case "\\frac":
        this.#take();
        return { kind: "fraction", top: this.#group(), bottom: this.#group() };
      case "\\sqrt":
        this.#take();
        return { kind: "root", inner: this.#group() };
      case "\\left": {
        this.#take();
        const open = this.#take();
        const inner = this.row(() => false);
        this.#take("\\right");
        return { kind: "fence", open, inner, close: this.#take() };
      }
      case "\\begin":
        return this.#cases();
      default:
        throw this.lost();
    }
  }

  #cases(): TexNode {
    this.#take();
    if (this.#letters() !== "cases") throw this.lost();
    const rows: TexNode[][] = [[]];
    for (;;) {
      rows[rows.length - 1]!.push(this.row((token) => ["&", "\\\\", "\\end"].includes(token)));
      const end = this.#take();
      if (end === "\\\\") rows.push([]);
      if (end === "\\end") break;
    }
    if (this.#letters() !== "cases") throw this.lost();
    return { kind: "cases", rows };
  }
}
