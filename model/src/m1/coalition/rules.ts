/**
 * What donors steer by. `not lose` reacts, late, to a worsening line and to empty guns; `win` provides what a target
 * balance of fires asks for, before it is missed; `taper` lets support run down; `history` repeats what was allocated.
 */
import { assign, auxiliary, f, flow, smooth, stock } from "@logjam/lang";
import { firepower } from "../fires/firepower.ts";
import { shortage } from "../fires/shells.ts";
import { lineChange } from "../front/line.ts";
import { known, observedAllocation } from "../history.ts";
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
} from "./rule-parameters.ts";
import { historyWeight, notLoseWeight, taperWeight, winWeight } from "./rule-weights.ts";
import { will } from "./will.ts";

export const perceivedLoss = smooth({
  input: lineChange,
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

export const notLose = flow({
  unit: "EUR/week",
  meaning: "Allocation under the rule 'not lose': a reactive, delayed controller.",
  formula: f`${baseCommitment} * ${will}
           * (1 + ${lineResponse} * max(0, ${perceivedLoss}) + ${ammunitionResponse} * ${perceivedShortage})`,
});

export const win = flow({
  unit: "EUR/week",
  meaning: "Allocation under the rule 'win': what a target balance of fires asks for, within what donors can do.",
  formula: f`${will} * min(${highestMultiple} * ${baseCommitment}, ${baseCommitment}
           + ${capabilityPrice} * max(0, ${targetRatio} * ${firepower.at("ru")} - ${firepower.at("ua")}))`,
});

export const taperShare = stock({
  unit: "1",
  meaning: "What is left of support under the rule 'taper', counted from the as-of date.",
  initial: 1,
});
export const taperNext = assign(taperShare, f`if(${known} > 0, 1, ${taperShare} * exp(-${taperRate} * timeStep))`);

export const taper = flow({
  unit: "EUR/week",
  meaning: "Allocation under the rule 'taper'.",
  formula: f`${baseCommitment} * ${will} * ${taperShare}`,
});

export const commitment = flow({
  unit: "EUR/week",
  meaning: "Military aid that donors allocate: the record while it is known, then the rule.",
  formula: f`if(${known} > 0, ${observedAllocation},
           ${notLoseWeight} * ${notLose} + ${winWeight} * ${win} + ${taperWeight} * ${taper}
           + ${historyWeight} * ${observedAllocation})`,
});

export const expectedAllocation = flow({
  unit: "EUR/week",
  meaning: "What the two rules together would have allocated.",
  formula: f`${reactiveAim} * ${notLose} + (1 - ${reactiveAim}) * ${win}`,
});
