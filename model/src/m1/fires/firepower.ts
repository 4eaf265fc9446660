/** Fires as one weighted sum, in rounds of artillery: the data identify the sum, not its parts. */
import { auxiliary, f } from "@logjam/lang";
import { opponent, side } from "../../sets.ts";
import { airDenial, commandGain, counterBattery, droneJamming } from "../recipe/effects.ts";
import { bombs } from "./bombs.ts";
import { droneOutput } from "./drones.ts";
import { baseJamming, roundsPerBomb, roundsPerDrone } from "./firepower-parameters.ts";
import { roundsFired } from "./shells.ts";

export const firepower = auxiliary({
  over: [side],
  unit: "round/week",
  meaning: "Effective fires, as rounds of artillery a week.",
  formula: f`(1 + ${commandGain}) * (
      ${roundsFired} * (1 - ${counterBattery.of(opponent)})
    + ${roundsPerDrone} * ${droneOutput} * (1 - ${baseJamming}) * (1 - ${droneJamming.of(opponent)})
    + ${roundsPerBomb} * ${bombs} * (1 - ${airDenial.of(opponent)}))`,
});
