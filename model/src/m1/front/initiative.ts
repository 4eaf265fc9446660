/**
 * Initiative: the lean of the front that forces, fires and works do not explain. Each week's surprise about the line
 * shifts it a little, and by the same law whether the week is on record or simulated; so the surprises on record have
 * an exact likelihood. After Harvey's score-driven models (Dynamic Models for Volatility and Heavy Tails, 2013): under
 * Student's law a huge surprise counts for less than a large one, since it is more likely a redrawn map.
 */
import { assign, auxiliary, f, flow, noise, stock, studentT } from "@logjam/lang";
import { known, observedChange } from "../history.ts";
import { frontage } from "./geometry.ts";
import { initiative } from "./initiative-stock.ts";
import {
  freedom,
  initiativeFading,
  learning,
  mappingError,
  shockDeviation,
  turnDeviation,
  volatilityFading,
  volatilityLearning,
} from "./line-parameters.ts";
import { expectedChange, pressure } from "./pressure.ts";
import { speed } from "./pressure-parameters.ts";

export const lineShock = studentT({ stream: "front/line", freedom, meaning: "A simulated week's surprise." });
export const turnShock = noise({ stream: "front/turn", kind: "normal", meaning: "Weekly shock to initiative." });

export const volatility = stock({
  unit: "1",
  meaning: "Logarithm of the size of surprises about the line, against its usual level.",
  initial: 0,
});

export const deviation = auxiliary({
  unit: "km^2/week",
  meaning: "Expected size of the week's surprise about the line.",
  formula: f`${mappingError} + ${shockDeviation} * exp(${volatility})`,
});

export const surprise = auxiliary({
  unit: "1",
  meaning: "The week's change of the line less its expectation, in its expected size: recorded, then simulated.",
  formula: f`if(${known} > 0, (${observedChange} - ${expectedChange}) / ${deviation}, ${lineShock})`,
});

export const influence = auxiliary({
  unit: "1",
  meaning: "What a surprise counts for: Student's score, less and less of a huge one.",
  formula: f`(1 + 1 / ${freedom}) * ${surprise} / (1 + ${surprise} ^ 2 / ${freedom})`,
});

export const responsiveness = flow({
  unit: "km^2/week",
  meaning: "How much the weekly change of the line answers to a unit of initiative.",
  formula: f`${speed} * ${frontage} * (gate(${pressure.at("ru")}, 0, 1) + gate(${pressure.at("ua")}, 0, 1))`,
});

export const initiativeNext = assign(
  initiative,
  f`${initiative} * exp(-${initiativeFading} * timeStep)
    + max(-1, min(1, ${learning} * ${deviation} * ${influence} / ${responsiveness}))
    + if(${known} > 0, 0, ${turnDeviation} * ${turnShock})`,
);

export const volatilityNext = assign(
  volatility,
  f`${volatility} * exp(-${volatilityFading} * timeStep)
    + ${volatilityLearning} * (${surprise} * ${influence} - 1) / 2`,
);
