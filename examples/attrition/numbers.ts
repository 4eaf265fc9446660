/** The constants of the benchmark model. All are invented: the model measures simulators, not wars. */
import { constant, type Quantity } from "@logjam/lang";
import { bySector, sector, side } from "./sets.ts";

const source = "Invented for the benchmark (attrition.mdl).";
const one = (unit: string, value: number, meaning: string): Quantity => constant({ unit, value, meaning, source });
const two = (unit: string, A: number, B: number, meaning: string): Quantity =>
  constant({ over: [side], unit, value: { A, B }, meaning, source });

export const direction = two("1", 1, -1, "The sign of the line's position as the side sees it.");
export const noOne = one("kperson", 0, "No persons.");
export const noDistance = one("km", 0, "No distance.");
export const trainingTime = one("week", 10, "Time to train recruits.");
export const healingTime = one("week", 12, "Time in hospital.");
export const returnFraction = one("1", 0.6, "Share of the wounded who return.");
export const woundedFraction = one("1", 0.65, "Share of losses that are wounded.");
export const deploymentTime = one("week", 3, "Time from the reserve to a sector.");
export const roundsPerGun = one("kround/(gun*week)", 0.14, "Rounds that a gun fires in full use.");
export const coverWeeks = one("week", 2, "Weeks of demand that stocks should cover.");
export const leastDemand = one("kround", 1e-6, "Demand that counts as none.");
export const rifleKill = two("1/week", 0.0022, 0.0025, "Losses per soldier in direct fire.");
export const gunKill = two("kperson/(gun*week)", 0.0009, 0.0012, "Losses per gun.");
export const armourKill = two("kperson/(vehicle*week)", 0.0006, 0.0008, "Losses per armoured vehicle.");
export const droneKill = two("kperson/(kdrone*week)", 0.1, 0.12, "Losses per thousand drones.");
export const maxWeeklyLoss = one("1/week", 0.15, "No sector loses more than this share a week.");
export const armourExposureLoss = one("1/week", 0.01, "Armour lost in full exposure.");
export const armourDroneLoss = one("1/kperson", 0.02, "Armour lost to drones.");
export const maxArmourLoss = one("1/week", 0.2, "No more armour than this is lost a week.");
export const gunCounterFire = one("1/kperson", 0.004, "Guns lost to guns.");
export const gunDroneLoss = one("1/kperson", 0.01, "Guns lost to drones.");
export const maxGunLoss = one("1/week", 0.1, "No more guns than this are lost a week.");
export const leastNeed = one("kperson", 0.1, "Every sector asks for at least this many.");
export const droneLife = one("week", 2, "Time that a drone lasts.");
export const fortRate = two("km/week", 0.1, 0.08, "Depth of field works dug by fifty thousand.");
export const fortCrew = one("kperson", 50, "Troops that the rate of digging is stated for.");
export const fortLife = one("week", 60, "Time that field works last.");
export const fortGunDamage = one("1/kperson", 0.002, "Field works destroyed by guns.");
export const restingFatigue = one("1/week", 0.02, "Fatigue gained in defence.");
export const attackFatigue = one("1/week", 0.06, "Fatigue gained in attack, besides.");
export const fatigueRecoveryTime = one("week", 12, "Time to recover.");
export const supplyDelay = one("week", 4, "Time in which supply follows.");
export const supplyStretch = one("1/km", 0.02, "Supply lost with distance.");
export const droneRaid = one("week/kperson", 0.05, "Supply lost to drones.");
export const retreatOfDefence = one("km/week", 0.3, "How a counter-attack moves the line.");
export const ammoTarget = two("kround/week", 110, 40, "Output of ammunition that industry aims for.");
export const capacityDelay = one("week", 52, "Time in which output follows.");
export const ammoImports = two("kround/week", 20, 35, "Imports without aid's changes.");
export const armourOutput = two("vehicle/week", 30, 10, "Armour made.");
export const armourAid = two("vehicle/week", 2, 18, "Armour given.");
export const gunsOutput = two("gun/week", 25, 14, "Guns made.");
export const droneCapacityMax = two("kdrone/week", 40, 45, "The most drones industry can make.");
export const droneCapacityGrowth = one("1/week", 0.01, "Growth of drone output without new technology.");
export const moraleRecoveryTime = one("week", 26, "Time in which morale recovers.");
export const moraleSensitivity = one("1/week", 6, "How losses wear morale.");
export const moraleReference = one("1/week", 10, "The rate of loss that sensitivity is stated for.");
export const economyRecoveryTime = one("week", 40, "Time in which the economy recovers.");
export const strain = two("1/kperson", 0.0004, 0.0006, "What recruits cost the economy.");
export const leastTroops = one("kperson", 1e-6, "Troops that count as none.");
export const noLoss = one("1/week", 0, "No loss.");
export const lossMemory = one("week", 8, "Time over which losses are felt.");

export const terrain = constant({
  over: [sector],
  unit: "1",
  value: bySector([1, 0.9, 1.1, 1, 0.8, 0.95, 1.2, 1.3]),
  meaning: "How ground slows the line.",
  source,
});
export const attackPriority = constant({
  over: [sector],
  unit: "1",
  value: bySector([0.6, 0.8, 1, 1.2, 1.5, 1.3, 0.7, 0.4]),
  meaning: "Weight of the sector in A's offensive.",
  source,
});
export const initialTroops = constant({
  over: [side, sector],
  unit: "kperson",
  value: { A: bySector([60, 55, 70, 65, 80, 75, 50, 45]), B: bySector([50, 50, 60, 60, 65, 60, 45, 40]) },
  meaning: "Troops at the start, and what each sector should hold.",
  source,
});
