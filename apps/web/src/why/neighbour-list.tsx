import type { PrintedQuantity } from "@logjam/lang";
import { useTexts } from "../i18n/text.tsx";
import { TrajectorySpark, useCompact } from "./trajectory-chart.tsx";
import type { Inspection } from "./use-inspection.ts";
import { scalarParts } from "./why-model.ts";
import { kindKey, RUNS, scalarWords, unitWords } from "./why-words.ts";

export interface Neighbour {
  readonly quantity: PrintedQuantity;
  readonly scalar: string;
}

export interface NeighbourListProps {
  readonly heading: string;
  readonly neighbours: readonly Neighbour[];
  readonly inspection: Inspection;
  readonly asOf: string;
  readonly onOpen: (scalar: string) => void;
}

/** Causes or effects, each with its course under the present setting, or its number: the way on. */
export function NeighbourList({ heading, neighbours, inspection, asOf, onOpen }: NeighbourListProps) {
  const texts = useTexts();
  const { t } = texts;
  if (neighbours.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <ul className="neighbours">
        {neighbours.map(({ quantity, scalar }) => {
          const trajectory = inspection.trajectories.get(scalar);
          return (
            <li key={scalar}>
              <button type="button" className="neighbour" data-quantity={quantity.name} onClick={() => onOpen(scalar)}>
                <span className="neighbour-name">{scalarWords(scalar, texts)}</span>
                <small>{t(kindKey(quantity.kind))}</small>
              </button>
              <span className="neighbour-course">
                {RUNS.includes(quantity.kind) ? (
                  trajectory ? (
                    <TrajectorySpark trajectory={trajectory} asOf={asOf} />
                  ) : null
                ) : (
                  <Given quantity={quantity} scalar={scalar} inspection={inspection} />
                )}
              </span>
              <span className="neighbour-end">
                {trajectory && <End trajectory={trajectory} unit={unitWords(quantity.unit, texts)} />}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function End({
  trajectory,
  unit,
}: {
  readonly trajectory: NonNullable<ReturnType<Inspection["trajectories"]["get"]>>;
  readonly unit: string;
}) {
  const { percent } = useTexts();
  const compact = useCompact();
  const last = trajectory.p50.length - 1;
  if (trajectory.kind === "share") return percent(trajectory.p50[last]!);
  return (
    <>
      {compact(trajectory.p50[last]!)} <small>{unit}</small>
    </>
  );
}

/** What does not change over a run: a parameter's median after the data, a constant, a lever's range. */
function Given({ quantity, scalar, inspection }: Neighbour & { readonly inspection: Inspection }) {
  const compact = useCompact();
  const texts = useTexts();
  const spread = inspection.parameters.get(scalar);
  if (spread)
    return (
      <>
        {compact(spread.posterior.p50)} <small>{unitWords(quantity.unit, texts)}</small>
      </>
    );
  const value = givenValue(quantity.value, scalarParts(scalar).elements);
  if (typeof value !== "number") return null;
  return (
    <>
      {compact(value)} <small>{unitWords(quantity.unit, texts)}</small>
    </>
  );
}

/** A number given by element, as deep as the elements go. */
export function givenValue(value: unknown, elements: readonly string[]): unknown {
  let found = value;
  for (const element of elements)
    if (typeof found === "object" && found !== null && element in found)
      found = (found as Record<string, unknown>)[element];
  return found;
}
