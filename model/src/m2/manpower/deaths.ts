/**
 * Deaths: a share of the casualties that drifts slowly (evacuation under drones, or what the claims cover: the two cannot
 * be told apart). Shifted by each recorded week's surprise, and by the same law in simulation.
 */
import { assign, auxiliary, f, flow, stock, studentT } from "@logjam/lang";
import { freedom } from "../../m1/front/line-parameters.ts";
import {
  deathsDeviation,
  initialKilledShare,
  killedLearning,
  lossVolatilityFading,
  lossVolatilityLearning,
} from "../../m1/manpower/casualty-parameters.ts";
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

export const deathVolatility = stock({
  over: [side],
  unit: "1",
  meaning: "Logarithm of the size of surprises about deaths, against its usual level.",
  initial: 0,
});

export const deathScale = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Expected size of the week's surprise about deaths, on the logarithm.",
  formula: f`${deathsDeviation} * exp(${deathVolatility})`,
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
             if(${observedDeaths} > 0, log(${observedDeaths} / ${expectedDeaths}) / ${deathScale}, 0))`,
});

export const killedShareNext = assign(
  logKilledShare,
  f`${logKilledShare}
    + ${killedLearning} * ${deathScale} * (1 + 1 / ${freedom}) * ${deathSurprise}
    / (1 + ${deathSurprise} ^ 2 / ${freedom})`,
);

export const deathVolatilityNext = assign(
  deathVolatility,
  f`${deathVolatility} * exp(-${lossVolatilityFading} * timeStep) + if(${known} == 0 or ${observedDeaths} > 0,
      ${lossVolatilityLearning} * ((1 + 1 / ${freedom}) * ${deathSurprise} ^ 2 / (1 + ${deathSurprise} ^ 2 / ${freedom}) - 1) / 2, 0)`,
);

export const deaths = flow({
  over: [side],
  unit: "person/week",
  meaning: "Soldiers killed: the record where it is known, then the equations.",
  formula: f`if(${known} > 0 and ${observedDeaths} > 0, ${observedDeaths},
             ${expectedDeaths} * exp(${deathScale} * ${deathSurprise}))`,
});
