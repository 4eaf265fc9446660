/** Soldiers behind the front: trained recruits and returned wounded wait here until they are sent forward. */
import { f, lognormalRange, parameter, stock } from "@logjam/lang";
import { initialForce } from "../../m1/manpower/force.ts";
import { side } from "../../sets.ts";

export { initialForce } from "../../m1/manpower/force.ts";

export const initialReserveShare = parameter({
  over: [side],
  unit: "1",
  meaning: "Reserve on 5 December 2022, as a share of the soldiers at the front.",
  prior: {
    ua: lognormalRange({ low: 0.06, central: 0.12, high: 0.25 }),
    ru: lognormalRange({ low: 0.08, central: 0.15, high: 0.3 }),
  },
  source: "[J] brigades in training for the next summer; mobilised men on their way.",
});

export const reserve = stock({
  over: [side],
  unit: "person",
  meaning: "Trained soldiers in reserve.",
  initial: f`${initialForce} * ${initialReserveShare}`,
});
