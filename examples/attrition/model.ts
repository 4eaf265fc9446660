/**
 * An invented war of attrition, two sides and eight sectors, 593 equations: the benchmark model `attrition.mdl` written
 * in our language. `npm run bench` measures it; `attrition.test.ts` compares it with a peer's results.
 */
import { f, type Model, model, output } from "@logjam/lang";
import { changesWith } from "./changes.ts";
import { firesWith } from "./fires.ts";
import * as force from "./force.ts";
import * as inputs from "./inputs.ts";
import * as numbers from "./numbers.ts";
import { sector, side } from "./sets.ts";
import * as state from "./state.ts";
import * as tables from "./tables.ts";

/** @param noisy 48 standard normals a week, all used: drone fire, total fire and digging of each side and sector. */
export function attrition(noisy = false): Model {
  const fires = firesWith(noisy);
  const changes = changesWith(fires, noisy);
  const { cumulativeLosses, frontPosition, ammo } = state;
  const lostB = f`if(abs(${cumulativeLosses.at("B")}) < ${numbers.leastTroops}, 0, ${cumulativeLosses.at("A")} / ${cumulativeLosses.at("B")})`;
  const outputs = {
    totalAdvance: output({
      unit: "km",
      meaning: "Movement of the line, all sectors.",
      formula: f`sum(${frontPosition}, ${sector})`,
    }),
    troops: output({ over: [side], unit: "kperson", meaning: "All troops.", formula: f`${changes.totalTroops}` }),
    losses: output({ over: [side], unit: "kperson", meaning: "Losses so far.", formula: f`${cumulativeLosses}` }),
    ammo: output({ over: [side], unit: "kround", meaning: "Ammunition in stock.", formula: f`${ammo}` }),
    lossExchangeRatio: output({ unit: "1", meaning: "A's losses for one of B's.", formula: lostB }),
  };
  return model(
    noisy ? "attrition with noise" : "attrition",
    { inputs, numbers, tables, state, force, fires, changes, outputs },
    {
      meaning: "The benchmark model; its numbers are invented.",
      units: { kperson: "thousands of persons", kround: "thousands of rounds", kdrone: "thousands of drones" },
    },
  );
}

/** The outputs of `attrition.mdl`, in its order, by our names. */
export const PEER_OUTPUTS = {
  "total advance": "outputs.totalAdvance",
  "total troops[A]": "outputs.troops[A]",
  "total troops[B]": "outputs.troops[B]",
  "Cumulative Losses[A]": "outputs.losses[A]",
  "Cumulative Losses[B]": "outputs.losses[B]",
  "Ammo[A]": "outputs.ammo[A]",
  "Ammo[B]": "outputs.ammo[B]",
  "loss exchange ratio": "outputs.lossExchangeRatio",
} as const;
