/** One model as the book shows it: its quantities by name, who reads whom, and where each has its page. */
import { type DependencyGraph, describe, type Model, type PrintedQuantity } from "@logjam/lang";
import type { Typical } from "./typical.ts";

export interface BookModel {
  readonly name: string;
  /** The folder of its pages: `m1`. */
  readonly folder: string;
  readonly meaning: string;
  readonly model: Model;
  readonly quantities: readonly PrintedQuantity[];
  readonly byName: ReadonlyMap<string, PrintedQuantity>;
  readonly subjects: readonly string[];
  readonly indexSets: ReadonlyMap<string, readonly string[]>;
  readonly edges: DependencyGraph["edges"];
  /** Names of the quantities that a quantity's equations read, itself left out. */
  readonly reads: ReadonlyMap<string, readonly string[]>;
  /** Names of the quantities whose equations read it, itself left out. */
  readonly readBy: ReadonlyMap<string, readonly string[]>;
  readonly typical: Typical;
}

/** Prepares a sound model for the book. Throws ModelError for an unsound one. */
export function bookModel(model: Model, typical: Typical): BookModel {
  const description = describe(model);
  const { quantities, graph } = description;
  const neighbours = (mine: "from" | "to", other: "from" | "to") => {
    const found = new Map(quantities.map(({ name }) => [name, new Set<string>()]));
    for (const edge of graph.edges) if (edge.from !== edge.to) found.get(edge[mine])!.add(edge[other]);
    return new Map(Array.from(found, ([name, set]) => [name, [...set]]));
  };
  return {
    name: model.name,
    folder: model.name.toLowerCase(),
    meaning: model.meaning,
    model,
    quantities,
    byName: new Map(quantities.map((quantity) => [quantity.name, quantity])),
    subjects: [...new Set(quantities.map(({ subject }) => subject))],
    indexSets: new Map(description.indexSets.map(({ name, elements }) => [name, elements])),
    edges: graph.edges,
    reads: neighbours("to", "from"),
    readBy: neighbours("from", "to"),
    typical,
  };
}

/** A page's address within its model's folder. A subject's page is called after it, a quantity's after its full name. */
export const pageOf = (name: string): string => `${name}.html`;

/** The author's file without line and column, from the repository's root: `model/src/m1/front/line.ts`. */
export const fileOf = ({ place }: PrintedQuantity): string => placeOf(place).replace(/(:\d+){0,2}$/, "");

/** A place from the repository's root on, wherever the command was started. */
export const placeOf = (place: string): string => place.replace(/^.*?(?=model\/src\/)/, "");
