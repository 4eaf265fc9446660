import { auxiliary, f } from "@logjam/lang";
import { droneTechGrowth, offensiveIntensity } from "./inputs.ts";
import { attackPriority, direction, leastTroops } from "./numbers.ts";
import { sector, side } from "./sets.ts";
import { fatigue, fort, morale, supply, troops } from "./state.ts";
import { fortTable, moraleTable } from "./tables.ts";

export const moraleEffect = auxiliary({
  over: [side],
  unit: "1",
  meaning: "What morale makes of a force.",
  formula: f`interpolate(${morale}, ${moraleTable})`,
});
export const quality = auxiliary({
  over: [side, sector],
  unit: "1",
  meaning: "Quality of the troops.",
  formula: f`${moraleEffect} * (1 - ${fatigue}) * ${supply}`,
});
export const protection = auxiliary({
  over: [side, sector],
  unit: "1",
  meaning: "Exposure that field works leave.",
  formula: f`interpolate(${fort}, ${fortTable})`,
});
export const attackerStrength = auxiliary({
  over: [sector],
  unit: "kperson",
  meaning: "A's force.",
  formula: f`${troops.at("A")} * ${quality.at("A")}`,
});
export const defenderStrength = auxiliary({
  over: [sector],
  unit: "kperson",
  meaning: "B's force behind its works.",
  formula: f`${troops.at("B")} * ${quality.at("B")} / ${protection.at("B")}`,
});
export const forceRatio = auxiliary({
  over: [sector],
  unit: "1",
  meaning: "A's force against B's; 0 where B has none.",
  formula: f`if(abs(${defenderStrength}) < ${leastTroops}, 0, ${attackerStrength} / ${defenderStrength})`,
});
export const attack = auxiliary({
  over: [sector],
  unit: "1",
  meaning: "A's posture: 1 is an all-out attack.",
  formula: f`min(1, ${offensiveIntensity} * ${attackPriority})`,
});
export const counterAttack = auxiliary({
  over: [sector],
  unit: "1",
  meaning: "B's posture: it attacks where A is weak.",
  formula: f`if(${forceRatio} < 0.7, 0.4, 0.1)`,
});
export const posture = auxiliary({
  over: [side, sector],
  unit: "1",
  meaning: "How far a side attacks.",
  formula: f`if(${direction} > 0, ${attack}, ${counterAttack})`,
});
export const droneTech = auxiliary({
  unit: "1",
  meaning: "What a drone achieves against the start.",
  formula: f`min(3, exp(${droneTechGrowth} * time))`,
});
