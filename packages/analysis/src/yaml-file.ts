/** YAML text to a validated value, with every complaint located at its line and column. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { brokenYaml, emptyFile, unknownKey, wrongValue } from "./errors.ts";
import { keysAt } from "./schema-keys.ts";

export type Path = readonly PropertyKey[];

export interface Parsed<T> {
  readonly value: T;
  /** `file:line:column` of what a path inside the file points at, for later complaints. */
  readonly locate: (path: Path) => string;
}

/** Parse and validate. `kind` names the sort of file in codes and next steps: "claims" or "scenario". */
export function parseYaml<T>(kind: string, file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  if (text.trim() === "") throw emptyFile(kind, file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const broken = document.errors[0];
  if (broken !== undefined) throw brokenYaml(kind, place(broken.pos[0]), `${sentence(broken.message)}.`);
  const locate = (path: Path) => place(offsetOf(document, path));
  const result = schema.safeParse(plain(document, kind, file));
  if (result.success) return { value: result.data, locate };

  // A misspelt key also leaves the right one missing: the misspelling is the cause, so it is told first.
  const issues = result.error.issues.flatMap(openUnion);
  const misspelt = issues.find((issue) => issue.code === "unrecognized_keys");
  if (misspelt?.code === "unrecognized_keys") {
    const key = misspelt.keys[0]!;
    throw unknownKey(kind, place(offsetOfKey(document, misspelt.path, key)), key, keysAt(schema, misspelt.path));
  }
  const issue = issues[0]!;
  throw wrongValue(kind, locate(issue.path), issue.path.join("."), sentence(issue.message));
}

function plain(document: Document, kind: string, file: string): unknown {
  try {
    // A handful of nested aliases can expand to gigabytes, and these files have no use for them.
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw brokenYaml(kind, file, "aliases (*name) are not accepted.");
  }
}

/** Where a union failed, the complaints of the alternative that came furthest: the one that was meant. */
function openUnion(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const reach = (issues: readonly z.core.$ZodIssue[]) => Math.max(0, ...issues.map((i) => i.path.length));
  const furthest = [...issue.errors].sort((a, b) => reach(b) - reach(a))[0]!;
  if (reach(furthest) === 0) return [issue];
  return furthest.flatMap((inner) => openUnion({ ...inner, path: [...issue.path, ...inner.path] }));
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function offsetOfKey(document: Document, path: Path, key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined;
  return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

const sentence = (text: string): string => {
  const line = text.split("\n")[0]!.replace(/[.:]?\s*$/, "");
  return line.charAt(0).toLowerCase() + line.slice(1);
};
