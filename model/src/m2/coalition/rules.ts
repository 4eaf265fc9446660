/** What each group of donors allocates under each rule; M1's rules, shared out by the groups' weights and wills. */
import { assign, auxiliary, constant, f, flow, smooth, stock } from "@logjam/lang";
import {
  ammunitionResponse,
  baseCommitment,
  capabilityPrice,
  decisionTime,
  highestMultiple,
  lineResponse,
  reactiveAim,
  taperRate,
  targetRatio,
} from "../../m1/coalition/rule-parameters.ts";
import { historyWeight, notLoseWeight, taperWeight, winWeight } from "../../m1/coalition/rule-weights.ts";
import { shortage } from "../../m1/fires/shells.ts";
import { donor } from "../../sets.ts";
import { firepower } from "../fires/firepower.ts";
import { totalChange } from "../front/line.ts";
import { known, observedAllocation } from "../history.ts";
import { will } from "./will.ts";

export {
  ammunitionResponse,
  baseCommitment,
  capabilityPrice,
  decisionTime,
  highestMultiple,
  lineResponse,
  reactiveAim,
  taperRate,
  targetRatio,
} from "../../m1/coalition/rule-parameters.ts";
export { historyWeight, notLoseWeight, taperWeight, winWeight } from "../../m1/coalition/rule-weights.ts";

export const donorShare = constant({
  over: [donor],
  unit: "1",
  meaning: "A group's share of the base allocation.",
  value: { us: 0.42, germany: 0.13, "uk-nordic-baltic-poland": 0.29, "rest-of-eu-and-others": 0.16 },
  source: "Kiel: shares of military aid allocated by the end of 2022, rounded.",
});

export const perceivedLoss = smooth({
  input: totalChange,
  time: decisionTime,
  meaning: "Loss of ground as donors see it, late.",
});
export const shortageOfRecipient = auxiliary({
  unit: "1",
  meaning: "Share of Ukrainian guns' demand that goes unmet.",
  formula: f`${shortage.at("ua")}`,
});
export const perceivedShortage = smooth({
  input: shortageOfRecipient,
  time: decisionTime,
  meaning: "Shortage of rounds as donors see it, late.",
});

export const alarm = auxiliary({
  unit: "1",
  meaning: "Factor by which a worsening line and empty guns raise what donors give under 'not lose'.",
  formula: f`1 + ${lineResponse} * max(0, ${perceivedLoss}) + ${ammunitionResponse} * ${perceivedShortage}`,
});

export const requirement = auxiliary({
  unit: "1",
  meaning: "Factor by which a target balance of fires raises what donors give under 'win', within what they can do.",
  formula: f`min(${highestMultiple}, 1 + ${capabilityPrice} / ${baseCommitment}
           * max(0, ${targetRatio} * ${firepower.at("ru")} - ${firepower.at("ua")}))`,
});

export const taperShare = stock({
  unit: "1",
  meaning: "What is left of support under the rule 'taper', counted from the as-of date.",
  initial: 1,
});
export const taperNext = assign(taperShare, f`if(${known} > 0, 1, ${taperShare} * exp(-${taperRate} * timeStep))`);

export const commitment = flow({
  over: [donor],
  unit: "EUR/week",
  meaning: "Military aid that a group allocates: the record while it is known, then the rule.",
  formula: f`if(${known} > 0, ${observedAllocation},
             ${baseCommitment} * ${donorShare} * ${will}
             * (${notLoseWeight} * ${alarm} + ${winWeight} * ${requirement} + ${taperWeight} * ${taperShare})
             + ${historyWeight} * ${observedAllocation})`,
});

export const commitmentTotal = flow({
  unit: "EUR/week",
  meaning: "Military aid that all donors allocate.",
  formula: f`sum(${commitment} over ${donor})`,
});

export const expectedAllocation = flow({
  unit: "EUR/week",
  meaning: "What the two rules together would have allocated.",
  formula: f`${baseCommitment} * sum(${donorShare} * ${will} over ${donor})
           * (${reactiveAim} * ${alarm} + (1 - ${reactiveAim}) * ${requirement})`,
});
