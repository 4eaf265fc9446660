/** The levers of both models as the page shows them. */
import { leverFacts } from "@logjam/cli/lever-facts";
import type { LeverScalar, Model } from "@logjam/lang";
import type { LeverGroupId, LeverInfo, ModelName } from "../src/contract.ts";

export const LEVER_GROUPS: readonly { readonly id: LeverGroupId; readonly title: string }[] = [
  { id: "recipe", title: "The recipe" },
  { id: "west", title: "The West" },
  { id: "other-side", title: "The other side" },
  { id: "settlement", title: "The settlement" },
  { id: "structure", title: "The model's own layers" },
];

const WORDS: Readonly<Record<string, string>> = {
  "recipe.recipe": "Recipe",
  "recipe.recipeShareOfAid": "Share of aid for the recipe",
  "coalition.historyWeight": "As it was",
  "coalition.notLoseWeight": "Not to lose",
  "coalition.taperWeight": "Taper",
  "coalition.winWeight": "To win",
  "coalition.signal": "Signals from the West",
  "settlement.guarantees": "Security guarantees",
  "settlement.monitoring": "Monitoring of a ceasefire",
  "settlement.talks": "Pressure to talk",
  air: "Air superiority by drones",
  breaching: "Breaching of minefields",
  counterBattery: "Counter-battery",
  reserves: "Reserves",
  electronicWarfare: "Electronic warfare",
  command: "Command and control",
  logistics: "Logistics and interdiction",
  production: "Production",
};

export function leverInfos(models: readonly { readonly name: ModelName; readonly model: Model }[]): LeverInfo[] {
  const found = new Map<string, LeverInfo>();
  for (const { model } of [...models].reverse())
    for (const lever of model.levers)
      if (!found.has(lever.name)) {
        const knowing = models.filter((one) => one.model.levers.some(({ name }) => name === lever.name));
        found.set(lever.name, { ...infoOf(model, lever), models: knowing.map(({ name }) => name) });
      }
  const rank = ({ group }: LeverInfo) => LEVER_GROUPS.findIndex(({ id }) => id === group);
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

function infoOf(model: Model, lever: LeverScalar): Omit<LeverInfo, "models"> {
  const { name, quantity, elements, meaning, unit, range, source = "" } = lever;
  const facts = leverFacts(model, lever);
  return {
    name,
    quantity,
    elements,
    group: groupOf(lever),
    title: WORDS[elements.at(-1) ?? quantity] ?? WORDS[quantity] ?? spelled(quantity.split(".").at(-1)!),
    meaning,
    unit,
    range,
    default: lever.default,
    source,
    ...(facts && {
      cost: { eurPerWeek: facts.eurPerWeek },
      lagWeeks: facts.lagWeeks,
      halfLifeWeeks: facts.halfLifeWeeks,
      effect: facts.effect,
    }),
  };
}

function groupOf({ quantity, elements }: LeverScalar): LeverGroupId {
  if (elements[0] === "ru") return "other-side";
  if (quantity === "recipe.recipe") return "recipe";
  if (quantity.startsWith("settlement.")) return "settlement";
  if (quantity.startsWith("layers.")) return "structure";
  return "west";
}

/** `moraleLayer` as "Morale layer". */
const spelled = (name: string): string => {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
