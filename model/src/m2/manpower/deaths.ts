/**
 * Deaths: a share of the casualties that drifts slowly (evacuation under drones, or what the claims cover: the two cannot
 * be told apart). Shifted by each recorded week's surprise, and by the same law in simulation.
 */
import { assign, auxiliary, f, flow, stock, studentT } from "@logjam/lang";
import { freedom } from "../../m1/front/line-parameters.ts";
import { deathsDeviation, initialKilledShare, killedLearning } from "../../m1/manpower/casualty-parameters.ts";
import { side } from "../../sets.ts";
import { known, observedDeaths } from "../history.ts";
import { casualtiesTotal } from "./casualties.ts";

export { deathsDeviation, initialKilledShare, killedLearning } from "../../m1/manpower/casualty-parameters.ts";

export const deathShock = studentT({
  over: [side],
  stream: "manpower/deaths",
  freedom,
  meaning: "A simulated week's surprise about deaths.",
});

export const logKilledShare = stock({
  over: [side],
  unit: "1",
  meaning: "Logarithm of the share of casualties who die.",
  initial: f`log(${initialKilledShare})`,
});

export const expectedDeaths = flow({
  over: [side],
  unit: "person/week",
  meaning: "Deaths that the casualties of the week lead to expect.",
  formula: f`min(0.9, exp(${logKilledShare})) * ${casualtiesTotal}`,
});

export const deathSurprise = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Logarithm of recorded over expected deaths, in its usual size; 0 where nothing is on record.",
  formula: f`if(${known} == 0, ${deathShock},
             if(${observedDeaths} > 0, log(${observedDeaths} / ${expectedDeaths}) / ${deathsDeviation}, 0))`,
});

export const killedShareNext = assign(
  logKilledShare,
  f`${logKilledShare}
    + ${killedLearning} * ${deathsDeviation} * (1 + 1 / ${freedom}) * ${deathSurprise}
    / (1 + ${deathSurprise} ^ 2 / ${freedom})`,
);

export const deaths = flow({
  over: [side],
  unit: "person/week",
  meaning: "Soldiers killed: the record where it is known, then the equations.",
  formula: f`if(${known} > 0 and ${observedDeaths} > 0, ${observedDeaths},
             ${expectedDeaths} * exp(${deathsDeviation} * ${deathSurprise}))`,
});
