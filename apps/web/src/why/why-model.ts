/** A model as "why?" shows it: a file of the site, and what can be asked of it. */
import type { PrintedQuantity } from "@logjam/lang";

export interface WhyModel {
  readonly format: "logjam-quantities/1";
  readonly name: string;
  readonly meaning: string;
  /** Elements by index set. */
  readonly indexSets: Readonly<Record<string, readonly string[]>>;
  readonly quantities: readonly PrintedQuantity[];
}

export interface WhyIndex {
  readonly model: WhyModel;
  readonly byName: ReadonlyMap<string, PrintedQuantity>;
  /** Names of the quantities whose equations read one, itself left out; and of those that its own equations read. */
  readonly effects: ReadonlyMap<string, readonly string[]>;
  readonly causes: ReadonlyMap<string, readonly string[]>;
}

export function indexWhy(model: WhyModel): WhyIndex {
  if (model.format !== "logjam-quantities/1")
    throw new RangeError(`why/format: this is no file of quantities (${String(model.format)}).`);
  const causes = new Map<string, string[]>();
  const effects = new Map<string, string[]>(model.quantities.map(({ name }) => [name, []]));
  for (const { name, equations } of model.quantities) {
    const read = [...new Set(equations.flatMap(({ reads }) => reads))].filter((other) => other !== name);
    causes.set(name, read);
    for (const other of read) effects.get(other)?.push(name);
  }
  return { model, byName: new Map(model.quantities.map((quantity) => [quantity.name, quantity])), causes, effects };
}

/** A scalar's name as its quantity and elements: `front.area[kherson]` -> `front.area`, `["kherson"]`. */
export function scalarParts(name: string): { readonly quantity: string; readonly elements: readonly string[] } {
  const [, quantity = name, elements] = /^([^[]*)\[(.*)\]$/.exec(name) ?? [];
  return { quantity, elements: elements?.split(",") ?? [] };
}

/** The scalars of a quantity, in the order of its index sets. */
export function scalarsOf(model: WhyModel, { name, over }: PrintedQuantity): readonly string[] {
  const combinations = over.reduce<readonly (readonly string[])[]>(
    (found, set) => found.flatMap((before) => (model.indexSets[set] ?? []).map((element) => [...before, element])),
    [[]],
  );
  return over.length === 0 ? [name] : combinations.map((elements) => `${name}[${elements.join(",")}]`);
}

/** The element that stands for its set where none is asked for: thresholds as stated, else the first. */
export const standardElement = (elements: readonly string[]): string =>
  elements.find((element) => element === "stated") ?? elements[0] ?? "";

/**
 * The scalar of a neighbour that belongs to the one looked at: elements that both have in common are kept, others take
 * their standard.
 */
export function matchingScalar(
  model: WhyModel,
  neighbour: PrintedQuantity,
  own: PrintedQuantity,
  elements: readonly string[],
): string {
  if (neighbour.over.length === 0) return neighbour.name;
  const chosen = neighbour.over.map((set) => {
    const at = own.over.indexOf(set);
    return (at < 0 ? undefined : elements[at]) ?? standardElement(model.indexSets[set] ?? []);
  });
  return `${neighbour.name}[${chosen.join(",")}]`;
}
