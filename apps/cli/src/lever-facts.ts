/** What the model knows about pulling a lever of the recipe: cost, lag, adaptation, effect. */
import type { LeverScalar, Model } from "@logjam/lang";

/** 5 %, 50 % and 95 % of a prior. */
export interface Spread {
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
}

export interface LeverFacts {
  readonly eurPerWeek: number;
  /** Until it works. */
  readonly lagWeeks: Spread;
  /** Against the other side's adaptation. */
  readonly halfLifeWeeks: Spread;
  /** What it does at best. */
  readonly effect: { readonly meaning: string } & Spread;
}

/** The parameter that says what an element does at best. */
const AT_BEST: Readonly<Record<string, string>> = {
  air: "airDenialAtBest",
  breaching: "breachingAtBest",
  counterBattery: "counterBatteryAtBest",
  reserves: "reserveGainAtBest",
  electronicWarfare: "jammingAtBest",
  command: "commandGainAtBest",
  logistics: "interdictionAtBest",
  production: "productionGainAtBest",
};

/** Undefined for levers that are no element of the recipe. */
export function leverFacts(model: Model, lever: LeverScalar): LeverFacts | undefined {
  const element = lever.elements[1];
  if (lever.quantity !== "recipe.recipe" || element === undefined) return undefined;
  const parameter = (name: string) => model.parameters.find((p) => p.name === name)!;
  const spread = ({ prior }: ReturnType<typeof parameter>): Spread => ({
    p05: prior.quantile(0.05),
    p50: prior.quantile(0.5),
    p95: prior.quantile(0.95),
  });
  const cost = model.quantities.find(({ name }) => name === "recipe.elementCost")!.value.definition;
  const table = cost.kind === "constant" ? (cost.value as Readonly<Record<string, number>>) : {};
  const effect = parameter(`recipe.${AT_BEST[element]}`);
  return {
    eurPerWeek: table[element]!,
    lagWeeks: spread(parameter(`recipe.maturation[${element}]`)),
    halfLifeWeeks: spread(parameter("recipe.edgeHalfLife")),
    effect: { meaning: effect.meaning, ...spread(effect) },
  };
}
