/** Test support: which texts the app's sources ask for, and which they write out where a catalogue should be asked. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";

interface SyntaxNode {
  readonly type: string;
  readonly [name: string]: unknown;
}

export interface SourceTexts {
  /** Every string literal. */
  readonly strings: ReadonlySet<string>;
  /** Every template with holes, as a pattern that its texts match. */
  readonly patterns: readonly RegExp[];
  /** Words written out in JSX, with the file they stand in. */
  readonly literals: readonly string[];
}

/** Attributes whose text people read or hear. */
const SPOKEN = ["aria-label", "aria-valuetext", "aria-description", "title", "alt", "placeholder", "label"];
const LETTERS = /\p{L}{2,}/u;

/** The sources of a folder, without tests and catalogues. */
export function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "en" || entry.name === "uk" ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

export const textsIn = (files: readonly string[]): SourceTexts =>
  textsOf(files.map((path) => ({ path, text: readFileSync(path, "utf8") })));

/** The texts of sources that are given as text. */
export function textsOf(files: readonly { readonly path: string; readonly text: string }[]): SourceTexts {
  const strings = new Set<string>();
  const patterns: RegExp[] = [];
  const literals: string[] = [];
  for (const { path, text } of files) {
    const { program, errors } = parseSync(path, text);
    if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
    visit(program as unknown as SyntaxNode, (node) => {
      if (node.type === "Literal" && typeof node["value"] === "string") strings.add(node["value"]);
      if (node.type === "TemplateLiteral") patterns.push(patternOf(node));
      const written = writtenOut(node);
      if (written !== undefined && LETTERS.test(written)) literals.push(`${path}: ${written.trim()}`);
    });
  }
  return { strings, patterns, literals };
}

function visit(node: SyntaxNode, look: (node: SyntaxNode) => void): void {
  look(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === "object" && child !== null && "type" in child) visit(child as SyntaxNode, look);
}

function patternOf(node: SyntaxNode): RegExp {
  const quasis = node["quasis"] as readonly { readonly value: { readonly cooked: string } }[];
  const escaped = quasis.map(({ value }) => value.cooked.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".+")}$`);
}

/** What a node would put before a reader's eyes or ears without asking a catalogue. */
function writtenOut(node: SyntaxNode): string | undefined {
  if (node.type === "JSXText") return String(node["value"]);
  if (node.type === "JSXExpressionContainer") return undefined;
  if (node.type === "JSXElement")
    return (node["children"] as readonly SyntaxNode[])
      .filter(({ type }) => type === "JSXExpressionContainer")
      .map(({ expression }) => literalOf(expression as SyntaxNode))
      .join(" ");
  if (node.type !== "JSXAttribute") return undefined;
  const name = (node["name"] as SyntaxNode)["name"];
  if (!SPOKEN.includes(String(name))) return undefined;
  const value = node["value"] as SyntaxNode | null;
  if (value === null) return undefined;
  return value.type === "JSXExpressionContainer" ? literalOf(value["expression"] as SyntaxNode) : literalOf(value);
}

function literalOf(node: SyntaxNode): string {
  if (node.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node.type !== "TemplateLiteral") return "";
  const quasis = node["quasis"] as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join(" ");
}
