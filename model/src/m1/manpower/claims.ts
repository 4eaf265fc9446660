/**
 * What a side's losses are claimed to be, and how a week's surprise shifts the intensity of the fighting: by the same
 * law whether the week is on record or simulated (see the initiative of the front).
 */
import { assign, auxiliary, balance, f, flow, series, stock, studentT } from "@logjam/lang";
import { side } from "../../sets.ts";
import { freedom } from "../front/line-parameters.ts";
import { known, observedClaims } from "../history.ts";
import { casualties, intensity } from "./casualties.ts";
import {
  claimsDeviation,
  intensityFading,
  intensityLearning,
  lossVolatilityFading,
  lossVolatilityLearning,
  reportingRatio,
} from "./casualty-parameters.ts";

export const claimShock = studentT({
  over: [side],
  stream: "manpower/claims",
  freedom,
  meaning: "A simulated week's surprise about claimed losses.",
});

export const claimVolatility = stock({
  over: [side],
  unit: "1",
  meaning: "Logarithm of the size of surprises about claimed losses, against its usual level.",
  initial: 0,
});

export const claimScale = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Expected size of the week's surprise about claimed losses, on the logarithm.",
  formula: f`${claimsDeviation} * exp(${claimVolatility})`,
});

export const expectedClaims = flow({
  over: [side],
  unit: "person/week",
  meaning: "Losses that the opponent is expected to claim for the week.",
  formula: f`${reportingRatio} * ${casualties}`,
});

export const claimSurprise = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Logarithm of claimed over expected losses, in its usual size; 0 where nothing is on record.",
  formula: f`if(${known} == 0, ${claimShock},
             if(${observedClaims} > 0, log(${observedClaims} / ${expectedClaims}) / ${claimScale}, 0))`,
});

export const intensityNext = assign(
  intensity,
  f`${intensity} * exp(-${intensityFading} * timeStep)
    + ${intensityLearning} * ${claimScale} * (1 + 1 / ${freedom}) * ${claimSurprise}
    / (1 + ${claimSurprise} ^ 2 / ${freedom})`,
);

export const claimVolatilityNext = assign(
  claimVolatility,
  f`${claimVolatility} * exp(-${lossVolatilityFading} * timeStep) + if(${known} == 0 or ${observedClaims} > 0,
      ${lossVolatilityLearning} * ((1 + 1 / ${freedom}) * ${claimSurprise} ^ 2 / (1 + ${claimSurprise} ^ 2 / ${freedom}) - 1) / 2, 0)`,
);

export const claims = flow({
  over: [side],
  unit: "person/week",
  meaning: "Claimed losses: the record while it is known, then the equations.",
  formula: f`if(${known} > 0, ${observedClaims}, ${expectedClaims} * exp(${claimScale} * ${claimSurprise}))`,
});

export const initialClaims = series({
  over: [side],
  unit: "person",
  meaning: "Losses claimed up to 5 December 2022; 0 where there is no series (Ukraine).",
  source: "General Staff of the Armed Forces of Ukraine (data/losses-weekly.csv).",
  gap: "zero",
});

export const claimedSoFar = stock({
  over: [side],
  unit: "person",
  meaning: "Losses claimed since February 2022.",
  initial: f`${initialClaims}`,
});

export const claimedChange = balance(claimedSoFar, f`${claims}`);
