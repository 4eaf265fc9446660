import { auxiliary, balance, f, flow, noise, smooth } from "@logjam/lang";
import type { Fires } from "./fires.ts";
import { attack, counterAttack, forceRatio, moraleEffect, posture } from "./force.ts";
import { aidLevel, droneTechGrowth, mobilisationA, mobilisationB } from "./inputs.ts";
import * as n from "./numbers.ts";
import { enemy, sector, side } from "./sets.ts";
import * as x from "./state.ts";
import { advanceTable, aidSchedule } from "./tables.ts";

/** How every stock moves. */
export function changesWith(fires: Fires, noisy: boolean) {
  const { gunFire, droneFire, exposure, troopLosses, totalAmmoDemand, ammoFill } = fires;
  const perSide = { over: [side], unit: "kperson/week" } as const;
  const mobilisation = auxiliary({
    over: [side],
    unit: "1/week",
    meaning: "Share of the pool that is called up a week.",
    formula: f`if(${n.direction} > 0, ${mobilisationA}, ${mobilisationB})`,
  });
  const aid = auxiliary({
    over: [side],
    unit: "1",
    meaning: "Aid against its usual level.",
    formula: f`if(${n.direction} > 0, 1, ${aidLevel} * interpolate(time, ${aidSchedule}))`,
  });
  const recruits = flow({
    ...perSide,
    meaning: "Called up.",
    formula: f`${x.pool} * ${mobilisation} * ${moraleEffect}`,
  });
  const graduates = flow({ ...perSide, meaning: "Trained.", formula: f`${x.trainees} / ${n.trainingTime}` });
  const healed = flow({
    ...perSide,
    meaning: "Healed.",
    formula: f`${x.wounded} * ${n.returnFraction} / ${n.healingTime}`,
  });
  const discharged = flow({
    ...perSide,
    meaning: "Invalids.",
    formula: f`${x.wounded} * (1 - ${n.returnFraction}) / ${n.healingTime}`,
  });
  const deployment = flow({
    ...perSide,
    meaning: "Sent to the line.",
    formula: f`max(${n.noOne}, ${x.reserve}) / ${n.deploymentTime}`,
  });
  const totalTroops = auxiliary({
    over: [side],
    unit: "kperson",
    meaning: "All troops.",
    formula: f`sum(${x.troops}, ${sector})`,
  });
  const totalLosses = flow({ ...perSide, meaning: "All losses.", formula: f`sum(${troopLosses}, ${sector})` });
  const lossFraction = auxiliary({
    over: [side],
    unit: "1/week",
    meaning: "Share of the troops that is lost a week.",
    formula: f`if(abs(${totalTroops}) < ${n.leastTroops}, ${n.noLoss}, ${totalLosses} / ${totalTroops})`,
  });
  const recentLossFraction = smooth({
    input: lossFraction,
    time: f`${n.lossMemory}`,
    meaning: "Losses as they are felt.",
  });
  const need = auxiliary({
    over: [side, sector],
    unit: "kperson",
    meaning: "Troops that a sector lacks.",
    formula: f`max(${n.leastNeed}, ${n.initialTroops} * (1 + 0.3 * ${posture}) - ${x.troops})`,
  });
  const totalNeed = auxiliary({
    over: [side],
    unit: "kperson",
    meaning: "Troops lacking.",
    formula: f`sum(${need}, ${sector})`,
  });
  const share = auxiliary({
    over: [side, sector],
    unit: "1",
    meaning: "The sector's share of the troops, and of what is delivered.",
    formula: f`if(abs(${totalTroops}) < ${n.leastTroops}, 0, ${x.troops} / ${totalTroops})`,
  });
  const armourSupply = flow({
    over: [side],
    unit: "vehicle/week",
    meaning: "Armour made and given.",
    formula: f`${n.armourOutput} * ${x.economy} + ${n.armourAid} * ${aid}`,
  });
  const digChance = noise({
    over: [side, sector],
    stream: "digging",
    kind: "normal",
    meaning: "Weekly chance in digging.",
  });
  const dug = f`${n.fortRate} * (1 - ${posture}) * sqrt(max(0, ${x.troops} / ${n.fortCrew}))`;
  const fortBuild = flow({
    over: [side, sector],
    unit: "km/week",
    meaning: "Field works dug.",
    formula: noisy
      ? f`${n.fortRate} * (1 - ${posture}) * sqrt(max(0, ${x.troops} / ${n.fortCrew})) * (1 + 0.05 * ${digChance})`
      : dug,
  });
  const supplyTarget = auxiliary({
    over: [side, sector],
    unit: "1",
    meaning: "Supply that distance and drones allow.",
    formula: f`exp(-${n.supplyStretch} * max(${n.noDistance}, ${n.direction} * ${x.frontPosition}))
             * (1 - min(0.5, ${n.droneRaid} * ${droneFire.of(enemy)}))`,
  });
  const advance = flow({
    over: [sector],
    unit: "km/week",
    meaning: "Movement of the line.",
    formula: f`interpolate(${forceRatio}, ${advanceTable}) * (0.2 + ${attack}) / ${n.terrain}
             - ${n.retreatOfDefence} * ${counterAttack}`,
  });
  const flows = { mobilisation, aid, recruits, graduates, healed, discharged, deployment, totalTroops, totalLosses };
  const shares = {
    lossFraction,
    recentLossFraction,
    need,
    totalNeed,
    share,
    armourSupply,
    fortBuild,
    supplyTarget,
    advance,
  };
  return {
    ...flows,
    ...shares,
    ...(noisy ? { digChance } : {}),
    poolChange: balance(x.pool, f`-${recruits}`),
    traineesChange: balance(x.trainees, f`${recruits} - ${graduates}`),
    reserveChange: balance(x.reserve, f`${graduates} + ${healed} - ${deployment}`),
    woundedChange: balance(x.wounded, f`${totalLosses} * ${n.woundedFraction} - ${healed} - ${discharged}`),
    ammoChange: balance(
      x.ammo,
      f`${x.ammoCapacity} * ${x.economy} + ${n.ammoImports} * ${aid} - ${totalAmmoDemand} * ${ammoFill}`,
    ),
    ammoCapacityChange: balance(
      x.ammoCapacity,
      f`(${n.ammoTarget} * ${x.economy} - ${x.ammoCapacity}) / ${n.capacityDelay}`,
    ),
    droneCapacityChange: balance(
      x.droneCapacity,
      f`${x.droneCapacity} * (${n.droneCapacityGrowth} + ${droneTechGrowth}) * (1 - ${x.droneCapacity} / ${n.droneCapacityMax})`,
    ),
    moraleChange: balance(
      x.morale,
      f`(1 - ${x.morale}) / ${n.moraleRecoveryTime}
      - ${n.moraleSensitivity} * ${recentLossFraction} * ${x.morale} / ${n.moraleReference}`,
    ),
    economyChange: balance(x.economy, f`(1 - ${x.economy}) / ${n.economyRecoveryTime} - ${n.strain} * ${recruits}`),
    cumulativeLossesChange: balance(x.cumulativeLosses, f`${totalLosses}`),
    troopsChange: balance(x.troops, f`${deployment} * ${need} / ${totalNeed} - ${troopLosses}`),
    armourChange: balance(
      x.armour,
      f`${armourSupply} * ${share}
      - ${x.armour} * min(${n.maxArmourLoss}, ${n.armourExposureLoss} * ${exposure} + ${n.armourDroneLoss} * ${droneFire.of(enemy)})`,
    ),
    gunsChange: balance(
      x.guns,
      f`${n.gunsOutput} * ${x.economy} * ${share}
      - ${x.guns} * min(${n.maxGunLoss}, ${n.gunCounterFire} * ${gunFire.of(enemy)} + ${n.gunDroneLoss} * ${droneFire.of(enemy)})`,
    ),
    dronesChange: balance(x.drones, f`${x.droneCapacity} * ${x.economy} * ${share} - ${x.drones} / ${n.droneLife}`),
    fortChange: balance(
      x.fort,
      f`${fortBuild} - ${x.fort} * (1 / ${n.fortLife} + ${n.fortGunDamage} * ${gunFire.of(enemy)})`,
    ),
    fatigueChange: balance(
      x.fatigue,
      f`(${n.restingFatigue} + ${n.attackFatigue} * ${posture}) * (1 - ${x.fatigue}) - ${x.fatigue} / ${n.fatigueRecoveryTime}`,
    ),
    supplyChange: balance(x.supply, f`(${supplyTarget} - ${x.supply}) / ${n.supplyDelay}`),
    frontPositionChange: balance(x.frontPosition, f`${advance}`),
  };
}
