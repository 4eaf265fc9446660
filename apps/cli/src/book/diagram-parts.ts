/** What stands in each picture of a subject: its quantities by file, with their direct neighbours, few enough to be read. */
import type { PrintedQuantity } from "@logjam/lang";
import { type BookModel, fileOf } from "./book-model.ts";

/** No picture holds more nodes than this, unless one quantity alone reads more. */
export const MOST_NODES = 30;
/** So many readers outside a picture's own quantities are drawn one by one; more become one node. */
const MOST_READERS = 4;

export interface DiagramPart {
  /** The files whose equations it shows, without folder and ending: `line`, `obstacles-change`. */
  readonly files: readonly string[];
  /** Names of the subject's quantities that it is about. */
  readonly own: readonly string[];
  /** All nodes but the folded ones, own first. */
  readonly nodes: readonly string[];
  /** For own quantities that are widely read: how many readers stand behind one node. */
  readonly folded: ReadonlyMap<string, number>;
}

/** The part of a compound declaration stands for the whole. */
export const wholeOf = (book: BookModel, name: string): string => book.byName.get(name)?.partOf ?? name;

/** What a whole reads and is read by, its parts taken together. */
export function neighboursOf(
  book: BookModel,
  name: string,
): { readonly up: readonly string[]; readonly down: readonly string[] } {
  const mine = book.quantities.filter(({ name: own, partOf }) => own === name || partOf === name);
  const gather = (lists: ReadonlyMap<string, readonly string[]>) => [
    ...new Set(mine.flatMap((one) => lists.get(one.name) ?? []).map((other) => wholeOf(book, other))),
  ];
  return {
    up: gather(book.reads).filter((other) => other !== name),
    down: gather(book.readBy).filter((other) => other !== name),
  };
}

const COMPUTED = ["auxiliary", "flow", "stock", "output", "outcome"];

/** Cuts a subject into pictures: by file, files together while they fit; what only others read comes last. */
export function diagramParts(book: BookModel, subject: string): readonly DiagramPart[] {
  const mine = book.quantities.filter((one) => one.subject === subject && one.partOf === undefined);
  const files = new Map<string, PrintedQuantity[]>();
  for (const quantity of mine.filter(({ kind }) => COMPUTED.includes(kind)))
    files.set(fileOf(quantity), [...(files.get(fileOf(quantity)) ?? []), quantity]);
  const cores: string[][] = [];
  for (const quantities of files.values()) {
    const names = quantities.map(({ name }) => name);
    if (!joinTo(book, cores, names)) cores.push(...pieces(book, names));
  }
  const shown = new Set(cores.flatMap((core) => partOf(book, core).nodes));
  const rest = mine.map(({ name }) => name).filter((name) => !shown.has(name));
  return [...cores, ...pieces(book, rest)].map((core) => partOf(book, core));
}

/** Adds names to the last core if the picture still fits. */
function joinTo(book: BookModel, cores: string[][], names: readonly string[]): boolean {
  const last = cores[cores.length - 1];
  if (!last || sizeOf(book, [...last, ...names]) > MOST_NODES) return false;
  last.push(...names);
  return true;
}

/** Names in as few runs as fit. */
function pieces(book: BookModel, names: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const name of names) if (!joinTo(book, runs, [name])) runs.push([name]);
  return runs;
}

function sizeOf(book: BookModel, core: readonly string[]): number {
  const { nodes, folded } = partOf(book, core);
  return nodes.length + folded.size;
}

function partOf(book: BookModel, own: readonly string[]): DiagramPart {
  const around = own.map((name) => ({ name, ...neighboursOf(book, name) }));
  const nodes = new Set([...own, ...around.flatMap(({ up }) => up)]);
  const folded = new Map<string, number>();
  for (const { name, down } of around) {
    const outside = down.filter((other) => !nodes.has(other));
    if (outside.length > MOST_READERS) folded.set(name, outside.length);
    else for (const other of outside) nodes.add(other);
  }
  const files = own.map((name) => fileOf(book.byName.get(name)!).replace(/^.*\//, "").replace(/\.ts$/, ""));
  return { files: [...new Set(files)], own, nodes: [...nodes], folded };
}
