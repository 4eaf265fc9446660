/**
 * Initiative by sector: M1's law twice. A sector's surprises shift its own lean, and the surprises of all sectors
 * together shift the lean of the whole front: initiative is a matter of the whole front as well as of a place.
 */
import { assign, auxiliary, f, flow, lognormalRange, noise, parameter, stock, studentT } from "@logjam/lang";
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
import { length, lengthShare } from "./geometry.ts";
import { initiative, localInitiative } from "./initiative-stock.ts";
import { expectedChange } from "./gain.ts";
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

export const localLearning = parameter({
  unit: "1",
  meaning: "Share of a sector's surprise that is taken for a lasting change of initiative in the sector.",
  prior: lognormalRange({ low: 0.05, central: 0.15, high: 0.45 }),
  source: "[J] less than for the whole front: places are noisier.",
});

export const localTurnDeviation = parameter({
  unit: "1",
  meaning: "Weekly shock to a sector's initiative by turns that no record foretells.",
  prior: lognormalRange({ low: 0.01, central: 0.03, high: 0.08 }),
  source: "[J] main efforts moved once or twice a year.",
});

const busy = lognormalRange({ low: 0.3, central: 0.8, high: 2 });
const still = lognormalRange({ low: 0.01, central: 0.1, high: 1 });
export const liveliness = parameter({
  over: [sector],
  unit: "1",
  meaning: "Size of a sector's surprises against its share of the front.",
  prior: {
    north: still,
    kharkiv: busy,
    luhansk: busy,
    "donetsk-north": busy,
    "donetsk-centre": busy,
    "donetsk-south": busy,
    zaporizhzhia: busy,
    kherson: still,
  },
  source: "[J] the Dnipro and the state border keep two sectors still for most of the time.",
});

export const lineShock = studentT({
  over: [sector],
  stream: "front/line-by-sector",
  freedom,
  meaning: "A simulated week's surprise in a sector.",
});
export const turnShock = noise({ stream: "front/turn", kind: "normal", meaning: "Weekly shock to initiative." });
export const localTurnShock = noise({
  over: [sector],
  stream: "front/turn-by-sector",
  kind: "normal",
  meaning: "Weekly shock to a sector's initiative.",
});

export const volatility = stock({
  over: [sector],
  unit: "1",
  meaning: "Logarithm of the size of a sector's surprises, against their usual level.",
  initial: 0,
});

/** Variances of the sectors add up to the whole line's where all are equally lively. */
export const deviation = auxiliary({
  over: [sector],
  unit: "km^2/week",
  meaning: "Expected size of the week's surprise in a sector.",
  formula: f`${mappingError} + ${shockDeviation} * ${liveliness} * sqrt(${lengthShare}) * exp(${volatility})`,
});

export const surprise = auxiliary({
  over: [sector],
  unit: "1",
  meaning: "A sector's change less its expectation, in its expected size: recorded, then simulated.",
  formula: f`if(${known} > 0, (${observedChange} - ${expectedChange}) / ${deviation}, ${lineShock})`,
});

export const influence = auxiliary({
  over: [sector],
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
    + max(-1, min(1, ${learning} * sum(${deviation} * ${influence} over ${sector})
                                 / sum(${responsiveness} over ${sector})))
    + if(${known} > 0, 0, ${turnDeviation} * ${turnShock})`,
);

export const localInitiativeNext = assign(
  localInitiative,
  f`${localInitiative} * exp(-${initiativeFading} * timeStep)
    + max(-0.5, min(0.5, ${localLearning} * ${deviation} * ${influence} / ${responsiveness}))
    + if(${known} > 0, 0, ${localTurnDeviation} * ${localTurnShock})`,
);

export const volatilityNext = assign(
  volatility,
  f`${volatility} * exp(-${volatilityFading} * timeStep)
    + ${volatilityLearning} * (${surprise} * ${influence} - 1) / 2`,
);
