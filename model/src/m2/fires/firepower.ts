/** Fires by sector: what a side has, where its effort is; rationed by stock, countered by the other side. */
import { auxiliary, f } from "@logjam/lang";
import { bombs } from "../../m1/fires/bombs.ts";
import { droneOutput } from "../../m1/fires/drones.ts";
import { baseJamming, oneRound, roundsPerBomb, roundsPerDrone } from "../../m1/fires/firepower-parameters.ts";
import { roundsFired } from "../../m1/fires/shells.ts";
import { referenceFires } from "../../m1/manpower/casualty-parameters.ts";
import { airDenial, commandGain, counterBattery, droneJamming } from "../../m1/recipe/effects.ts";
import { opponent, sector, side } from "../../sets.ts";
import { airDefence } from "../coalition/air-defence.ts";
import { share } from "../front/effort.ts";
import { lengthShare } from "../front/geometry.ts";

export { baseJamming, oneRound, roundsPerBomb, roundsPerDrone } from "../../m1/fires/firepower-parameters.ts";
export { referenceFires } from "../../m1/manpower/casualty-parameters.ts";

export const artillery = auxiliary({
  over: [side],
  unit: "round/week",
  meaning: "Effect of artillery, less what the opponent's counter-battery takes.",
  formula: f`${roundsFired} * (1 - ${counterBattery.of(opponent)})`,
});

export const drones = auxiliary({
  over: [side],
  unit: "round/week",
  meaning: "Effect of drones, in rounds of artillery, less what is jammed.",
  formula: f`${roundsPerDrone} * ${droneOutput} * (1 - ${baseJamming}) * (1 - ${droneJamming.of(opponent)})`,
});

export const bombing = auxiliary({
  over: [side],
  unit: "round/week",
  meaning: "Effect of glide bombs, in rounds of artillery, less what air denial and air defence take.",
  formula: f`${roundsPerBomb} * ${bombs} * (1 - ${airDenial.of(opponent)}) * (1 - ${airDefence.of(opponent)})`,
});

export const firepower = auxiliary({
  over: [side],
  unit: "round/week",
  meaning: "Effective fires, as rounds of artillery a week.",
  formula: f`(1 + ${commandGain}) * (${artillery} + ${drones} + ${bombing})`,
});

export const logFires = auxiliary({
  over: [side, sector],
  unit: "1",
  meaning: "Logarithm of a side's fires in a sector, against the reference fires on its share of the front.",
  formula: f`log((${firepower} * ${share} + ${oneRound}) / (${referenceFires} * ${lengthShare}))`,
});
