import type { Learnt } from "@logjam/inference";
import { HORIZONS } from "./families.ts";

/** What a stack learnt for one family of targets by a date. */
export type Taught = Pick<Learnt, "family" | "weights" | "spreads" | "origins" | "effective"> & {
  readonly components: readonly { readonly id: string }[];
};

/** Weights of a hundredth and more, largest first, for a reader. */
export const taughtText = (taught: readonly Taught[]): string[] =>
  taught.map(({ family, components, weights, spreads, origins, effective }) => {
    const shown = components
      .map(({ id }, k) => ({ id, weight: weights[k]! }))
      .filter(({ weight }) => weight >= 0.01)
      .sort((a, b) => b.weight - a.weight)
      .map(({ id, weight }) => `${id} ${Math.round(100 * weight)} %`);
    const factors = spreads.map((spread, i) => `${HORIZONS[i]} weeks ${spread.toFixed(2)}`);
    const from =
      origins === 0
        ? "no past origin, so equal"
        : `${origins} past origins (${effective.toFixed(1)} independent ones in the mean of horizons)`;
    return `${family.id}: weights from ${from}: ${shown.join(", ")}; spreads times ${factors.join(", ")}.`;
  });

/** For the ledger: all weights and factors to four digits. */
export const taughtEntry = (taught: readonly Taught[]) =>
  Object.fromEntries(
    taught.map(({ family, components, weights, spreads, origins }) => [
      family.id,
      {
        origins,
        weights: Object.fromEntries(components.map(({ id }, k) => [id, Number(weights[k]!.toFixed(4))])),
        spreads: spreads.map((spread) => Number(spread.toFixed(4))),
      },
    ]),
  );
