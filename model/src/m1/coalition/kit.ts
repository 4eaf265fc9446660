/** Armour, air defence, vehicles and guns, by value: what makes a soldier fight better. */
import { auxiliary, f, lognormalRange, normal, parameter, stock } from "@logjam/lang";
import { side } from "../../sets.ts";

export const kitReference = parameter({
  over: [side],
  unit: "EUR",
  meaning: "Value of armour, air defence and other kit at the front on 5 December 2022.",
  prior: {
    ua: lognormalRange({ low: 15e9, central: 30e9, high: 60e9 }),
    ru: lognormalRange({ low: 25e9, central: 50e9, high: 100e9 }),
  },
  source: "[J] ten months of aid and inherited stocks; only its relative change enters an equation.",
});

export const kit = stock({
  over: [side],
  unit: "EUR",
  meaning: "Kit at the front: armour, air defence, vehicles, guns, by value.",
  initial: f`${kitReference}`,
});

export const kitElasticity = parameter({
  unit: "1",
  meaning: "Elasticity of a force's fighting strength to the value of its kit.",
  prior: normal({ mean: 0.15, sd: 0.08 }),
  source: "[J] wide; brigades fought on, less well, when short of armour.",
});

export const readiness = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Fighting strength per soldier, against that of 5 December 2022.",
  formula: f`(${kit} / ${kitReference}) ^ ${kitElasticity}`,
});
