/** How each side sees its own future: half a year ahead, through its own noise. */
import { auxiliary, constant, f, lognormalRange, noise, parameter, smooth } from "@logjam/lang";
import { initialForce } from "../../m1/manpower/force.ts";
import { side } from "../../sets.ts";
import { firepower, oneRound } from "../fires/firepower.ts";
import { totalChange } from "../front/line.ts";
import { frontTotal, onePerson } from "../manpower/front.ts";
import { reserve } from "../manpower/reserve.ts";

export const outlookHorizon = constant({
  unit: "week",
  meaning: "How far a side looks ahead.",
  value: 26,
  source: "Model notes: a 26-week extrapolation.",
});

export const watching = constant({
  unit: "week",
  meaning: "Time over which a side reads the trend of the line.",
  value: 13,
  source: "[J]",
});

export const trend = smooth({
  input: totalChange,
  time: watching,
  meaning: "Trend of the line as both sides read it.",
});

export const optimism = parameter({
  unit: "km^2",
  meaning: "Spread of a side's error about what half a year of fighting would bring.",
  prior: lognormalRange({ low: 300, central: 900, high: 2_500 }),
  source: "[J] both sides expected more of 2023 than it brought.",
});

export const outlookError = noise({
  over: [side],
  stream: "settlement/outlook",
  kind: "normal",
  meaning: "Error of a side's outlook in this week.",
});

export const sign = constant({
  over: [side],
  unit: "1",
  meaning: "Whether more ground for Russia is a gain or a loss.",
  value: { ua: -1, ru: 1 },
  source: "By definition.",
});

export const hoped = auxiliary({
  over: [side],
  unit: "km^2",
  meaning: "Ground that a side expects to win by fighting on for half a year.",
  formula: f`${sign} * ${trend} * ${outlookHorizon} + ${optimism} * ${outlookError}`,
});

export const power = auxiliary({
  over: [side],
  unit: "1",
  meaning: "A side's weight of fires and men, against the men of December 2022.",
  formula: f`sqrt((${firepower} + ${oneRound}) / (sum(${firepower} over ${side}) + ${oneRound})
           * (${frontTotal} + ${reserve} + ${onePerson}) / sum(${initialForce} over ${side}))`,
});

export const balanceOfPower = auxiliary({
  unit: "1",
  meaning: "Logarithm of Russia's weight over Ukraine's.",
  formula: f`log(${power.at("ru")} / ${power.at("ua")})`,
});

export const recently = constant({
  unit: "week",
  meaning: "Time over which a shift of power is felt.",
  value: 26,
  source: "[J]",
});
export const balanceRemembered = smooth({
  input: balanceOfPower,
  time: recently,
  meaning: "Balance of power as it was.",
});
export const powerShift = auxiliary({
  unit: "1",
  meaning: "How far the balance has moved of late, in either direction.",
  formula: f`abs(${balanceOfPower} - ${balanceRemembered})`,
});
