/** Series for runs in tests: what a model reads, by name. */
import { type Ir, type Model, seriesTable } from "@logjam/lang";

/**
 * A table of series [step][series] in which everything is 0 (no record, nothing known) but what `values` gives; a value
 * under a quantity's name holds for all its elements.
 */
export function seriesFor(
  model: Model,
  ir: Ir,
  steps: number,
  values: Readonly<Record<string, number | readonly number[]>>,
): Float64Array {
  const nothing = Object.fromEntries(model.series.map(({ name }) => [name, values[name.replace(/\[.*/, "")] ?? 0]));
  const own = Object.entries(values).filter(([name]) => !model.series.some((s) => s.name.startsWith(`${name}[`)));
  return seriesTable(model, ir, { steps, values: { ...nothing, ...Object.fromEntries(own) } });
}
