import type { ParameterFit } from "@logjam/analysis";
import { intervalStrips } from "@logjam/figures";
import { serverDocument } from "@logjam/figures/node";
import type { Posterior } from "@logjam/inference";
import { parameterLabel } from "../report/look-up.ts";
import { shortened } from "./parameter-table.ts";

/** How many parameters the picture shows. */
export const SHOWN = 20;

/** Prior and posterior of the parameters that the data moved most, the most moved first. */
export function contractionFigure(posterior: Posterior, parameters: readonly ParameterFit[]): string {
  const shown = [...parameters]
    .sort((a, b) => b.contraction - a.contraction || (a.name < b.name ? -1 : 1))
    .slice(0, SHOWN);
  const { model, particles, seed, asOf } = posterior;
  return intervalStrips(
    shown.map(({ name, meaning, unit, prior, posterior, contraction }) => ({
      label: parameterLabel(name, meaning),
      unit,
      prior: shortened(prior),
      posterior: shortened(posterior),
      contraction,
    })),
    {
      title: `${model}: what the data moved most`,
      unit: "Each row on its own scale, in the unit named; thin line 5–95 %, thick line 25–75 %, dot at the median",
      source: `Logjam, model ${model}, ${particles} particles, seed ${seed}`,
      dataDate: asOf,
      note: `${shown.length} of ${parameters.length} parameters; the table has all.`,
      description: `Prior and posterior of ${shown.map(({ name }) => name).join(", ")}`,
    },
    { document: serverDocument(), width: 868, padding: 20 },
  );
}
