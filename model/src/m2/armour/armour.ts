/** Armour: vehicles in the field and in storage, and what they add to a soldier's fighting strength. */
import { auxiliary, constant, f, lognormalRange, parameter, stock } from "@logjam/lang";
import { kitElasticity } from "../../m1/coalition/kit.ts";
import { side } from "../../sets.ts";

export { kitElasticity } from "../../m1/coalition/kit.ts";

export const initialArmour = parameter({
  over: [side],
  unit: "vehicle",
  meaning: "Tanks and armoured fighting vehicles in the field on 5 December 2022.",
  prior: {
    ua: lognormalRange({ low: 2_500, central: 4_000, high: 6_500 }),
    ru: lognormalRange({ low: 4_500, central: 7_000, high: 11_000 }),
  },
  source: "[J] establishments less losses confirmed by Oryx; only relative changes enter.",
});

export const initialStorage = parameter({
  over: [side],
  unit: "vehicle",
  meaning: "Vehicles in storage that can be made ready, on 5 December 2022.",
  prior: {
    ua: lognormalRange({ low: 200, central: 600, high: 1_800 }),
    ru: lognormalRange({ low: 7_000, central: 12_000, high: 20_000 }),
  },
  source: "7,300 stored Russian tanks fell to 3,500 by the end of 2024 (re:Russia); as many other vehicles again [J].",
});

export const armour = stock({
  over: [side],
  unit: "vehicle",
  meaning: "Tanks and armoured fighting vehicles in the field.",
  initial: f`${initialArmour}`,
});

export const storage = stock({
  over: [side],
  unit: "vehicle",
  meaning: "Vehicles in storage that can still be made ready.",
  initial: f`${initialStorage}`,
});

export const oneVehicle = constant({
  unit: "vehicle",
  meaning: "Keeps a logarithm defined for a side without vehicles.",
  value: 1,
  source: "Far below any stock.",
});

export const readiness = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Fighting strength per soldier, against that of 5 December 2022.",
  formula: f`((${armour} + ${oneVehicle}) / ${initialArmour}) ^ ${kitElasticity}`,
});
