import { auxiliary, f, flow, noise, type Quantity } from "@logjam/lang";
import { droneTech, posture, protection, quality } from "./force.ts";
import {
  armourKill,
  coverWeeks,
  droneKill,
  gunKill,
  leastDemand,
  maxWeeklyLoss,
  rifleKill,
  roundsPerGun,
} from "./numbers.ts";
import { enemy, sector, side } from "./sets.ts";
import { ammo, armour, drones, guns, supply, troops } from "./state.ts";
import { ammoTable } from "./tables.ts";

/** Fires and losses. In the noisy variant every sector's drone fire and total fire vary from week to week. */
export function firesWith(noisy: boolean) {
  const chance = (stream: string): Quantity =>
    noise({ over: [side, sector], stream, kind: "normal", meaning: `Weekly chance in ${stream}.` });
  const droneChance = chance("drone fire");
  const fireChance = chance("total fire");
  const each = { over: [side, sector], unit: "kperson/week" } as const;

  const ammoDemand = flow({
    over: [side, sector],
    unit: "kround/week",
    meaning: "Ammunition that the guns could fire.",
    formula: f`${guns} * ${roundsPerGun} * (0.4 + 0.6 * ${posture})`,
  });
  const totalAmmoDemand = flow({
    over: [side],
    unit: "kround/week",
    meaning: "Demand of all sectors.",
    formula: f`sum(${ammoDemand}, ${sector})`,
  });
  const wanted = auxiliary({
    over: [side],
    unit: "kround",
    meaning: "Ammunition that should be in stock.",
    formula: f`${totalAmmoDemand} * ${coverWeeks}`,
  });
  const ammoFill = auxiliary({
    over: [side],
    unit: "1",
    meaning: "Share of the demand that is met.",
    formula: f`min(1, if(abs(${wanted}) < ${leastDemand}, 0, ${ammo} / ${wanted}))`,
  });
  const ammoEffect = auxiliary({
    over: [side],
    unit: "1",
    meaning: "Effect of the guns.",
    formula: f`interpolate(${ammoFill}, ${ammoTable})`,
  });
  const gunFire = flow({
    ...each,
    meaning: "Losses that guns inflict.",
    formula: f`${guns} * ${gunKill} * ${ammoEffect} * ${supply}`,
  });
  const surely = f`${drones} * ${droneKill} * ${droneTech} * ${supply}`;
  const droneFire = flow({
    ...each,
    meaning: "Losses that drones inflict.",
    formula: noisy ? f`${drones} * ${droneKill} * ${droneTech} * ${supply} * (1 + 0.05 * ${droneChance})` : surely,
  });
  const directFire = flow({
    ...each,
    meaning: "Losses in close combat.",
    formula: f`(${troops} * ${rifleKill} * ${quality} + ${armour} * ${armourKill}) * (0.3 + 0.7 * ${posture})`,
  });
  const totalFire = flow({
    ...each,
    meaning: "Losses that the enemy would have in the open.",
    formula: noisy
      ? f`(${gunFire} + ${droneFire} + ${directFire}) * (1 + 0.05 * ${fireChance})`
      : f`${gunFire} + ${droneFire} + ${directFire}`,
  });
  const exposure = auxiliary({
    over: [side, sector],
    unit: "1",
    meaning: "How much of the fire reaches the troops.",
    formula: f`${posture} + (1 - ${posture}) * ${protection}`,
  });
  const troopLosses = flow({
    ...each,
    meaning: "Troops lost.",
    formula: f`min(${maxWeeklyLoss} * ${troops}, ${totalFire.of(enemy)} * ${exposure})`,
  });
  const chances = noisy ? { droneChance, fireChance } : {};
  const ammunition = { ammoDemand, totalAmmoDemand, wanted, ammoFill, ammoEffect };
  return { ...ammunition, gunFire, droneFire, directFire, totalFire, exposure, troopLosses, ...chances };
}
export type Fires = ReturnType<typeof firesWith>;
