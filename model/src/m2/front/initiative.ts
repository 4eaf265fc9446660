/**
 * Initiative along the whole front: M1's law, on the sum of the sectors. What the week's surprise is for the whole
 * front, its sectors share by how much ground changes hands in each; what a sector does beyond its share is a matter
 * of the place, adds up to nothing over the front, and leaves a local drift behind that fades.
 */
import { assign, auxiliary, constant, f, flow, lognormalRange, noise, parameter, stock, studentT } from "@logjam/lang";
import {
  freedom,
  initiativeFading,
  learning,
  mappingError,
  shockDeviation,
  turnDeviation,
  volatilityFading,
  volatilityLearning,
} from "../../m1/front/line-parameters.ts";
import { sector } from "../../sets.ts";
import { known, observedChange } from "../history.ts";
import { expectedChange, gain } from "./gain.ts";
import { length, lengthShare } from "./geometry.ts";
import { initiative, localDrift } from "./initiative-stock.ts";
import { pressure, speed } from "./pressure.ts";

export {
  freedom,
  initiativeFading,
  learning,
  mappingError,
  shockDeviation,
  turnDeviation,
  volatilityFading,
  volatilityLearning,
} from "../../m1/front/line-parameters.ts";

export const localDeviation = parameter({
  unit: "1",
  meaning: "Size of what sectors do beyond their shares, against the surprise of the whole front.",
  prior: lognormalRange({ low: 0.4, central: 0.8, high: 1.6 }),
  source: "[J] variances of the sectors add up to that of the whole front, more or less (DeepState, by sector).",
});

export const localLearning = parameter({
  unit: "1",
  meaning: "Share of what a sector does beyond its share that is taken for a lasting local drift.",
  prior: lognormalRange({ low: 0.08, central: 0.2, high: 0.5 }),
  source: "[J] an average over a month or two, as for the whole front.",
});

export const localFading = parameter({
  unit: "1/week",
  meaning: "Rate at which a local drift fades.",
  prior: lognormalRange({ low: 0.01, central: 0.03, high: 0.1 }),
  source: "[J] fights for a town last for months: Bakhmut, Avdiivka, Vuhledar, Pokrovsk.",
});

export const leastGround = constant({
  unit: "km^2/week",
  meaning: "Ground that is taken to change hands even along a front that stands still.",
  value: 1,
  source: "[J] below what the maps resolve.",
});

export const lineShock = studentT({ stream: "front/line", freedom, meaning: "A simulated week's surprise." });
export const turnShock = noise({ stream: "front/turn", kind: "normal", meaning: "Weekly shock to initiative." });
export const localShock = noise({
  over: [sector],
  stream: "front/line-by-sector",
  kind: "normal",
  meaning: "What a sector does of its own in a simulated week.",
});

export const volatility = stock({
  unit: "1",
  meaning: "Logarithm of the size of surprises about the line, against its usual level.",
  initial: 0,
});

export const deviation = auxiliary({
  unit: "km^2/week",
  meaning: "Expected size of the week's surprise along the whole front.",
  formula: f`${mappingError} + ${shockDeviation} * exp(${volatility})`,
});

export const surprise = auxiliary({
  unit: "1",
  meaning: "The week's change of the whole line less its expectation, in its expected size: recorded, then simulated.",
  formula: f`if(${known} > 0, sum(${observedChange} - ${expectedChange} over ${sector}) / ${deviation}, ${lineShock})`,
});

export const influence = auxiliary({
  unit: "1",
  meaning: "What a surprise counts for: Student's score, less and less of a huge one.",
  formula: f`(1 + 1 / ${freedom}) * ${surprise} / (1 + ${surprise} ^ 2 / ${freedom})`,
});

export const responsiveness = flow({
  over: [sector],
  unit: "km^2/week",
  meaning: "How much a sector's weekly change answers to a unit of initiative.",
  formula: f`${speed} * ${length}
           * (gate(${pressure.at({ side: "ru" })}, 0, 1) + gate(${pressure.at({ side: "ua" })}, 0, 1))`,
});

export const initiativeNext = assign(
  initiative,
  f`${initiative} * exp(-${initiativeFading} * timeStep)
    + max(-1, min(1, ${learning} * ${deviation} * ${influence} / sum(${responsiveness} over ${sector})))
    + if(${known} > 0, 0, ${turnDeviation} * ${turnShock})`,
);

export const volatilityNext = assign(
  volatility,
  f`${volatility} * exp(-${volatilityFading} * timeStep)
    + ${volatilityLearning} * (${surprise} * ${influence} - 1) / 2`,
);

/** A square kilometre a week in all keeps the shares defined where nothing moves. */
export const groundTaken = flow({
  over: [sector],
  unit: "km^2/week",
  meaning: "Ground that both sides are expected to take in a sector.",
  formula: f`${gain.at({ side: "ru" })} + ${gain.at({ side: "ua" })} + ${leastGround} * ${lengthShare}`,
});

export const activity = auxiliary({
  over: [sector],
  unit: "1",
  meaning: "A sector's share of the ground that both sides are expected to take.",
  formula: f`${groundTaken} / sum(${groundTaken} over ${sector})`,
});

export const beyondShare = auxiliary({
  over: [sector],
  unit: "km^2/week",
  meaning: "What a sector does beyond its share of the surprise of the whole front; over all sectors it adds up to 0.",
  formula: f`if(${known} > 0,
    ${observedChange} - ${expectedChange} - ${activity} * ${deviation} * ${surprise},
    ${localDeviation} * ${deviation} * (sqrt(${activity}) * ${localShock}
      - ${activity} * sum(sqrt(${activity}) * ${localShock} over ${sector})))`,
});

export const localDriftNext = assign(
  localDrift,
  f`${localDrift} * exp(-${localFading} * timeStep) + ${localLearning} * ${beyondShare}`,
);
