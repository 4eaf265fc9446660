/** What a run records besides the outcomes. */
import { f, output } from "@logjam/lang";
import { side } from "../../sets.ts";
import { delivered } from "../coalition/pipeline.ts";
import { commitment, expectedAllocation } from "../coalition/rules.ts";
import { droneOutput } from "../fires/drones.ts";
import { firepower } from "../fires/firepower.ts";
import { shells } from "../fires/shells.ts";
import { area, expectedChange, tilt } from "../front/line.ts";
import { claimed, explained, intensity } from "../manpower/casualties.ts";
import { force } from "../manpower/force.ts";

export const areaHeld = output({
  unit: "km^2",
  meaning: "Area that Russia holds outside Crimea.",
  formula: f`${area}`,
});
export const changeExpected = output({
  unit: "km^2/week",
  meaning: "Change of the line that the equations expect while the record is known: balance of forces and drift.",
  formula: f`${expectedChange} + ${tilt}`,
});
export const claimedLosses = output({
  unit: "person/week",
  meaning: "Russian losses as the General Staff would claim them.",
  formula: f`${claimed.at("ru")}`,
});
export const claimsExpected = output({
  over: [side],
  unit: "1",
  meaning: "Logarithm of the intensity of the fighting that the record implies.",
  formula: f`${intensity}`,
});
export const casualtiesExplained = output({
  over: [side],
  unit: "person/week",
  meaning: "Casualties that fires, strength and posture explain.",
  formula: f`${explained}`,
});
export const allocated = output({ unit: "EUR/week", meaning: "Military aid allocated.", formula: f`${commitment}` });
export const allocationExpected = output({
  unit: "EUR/week",
  meaning: "Military aid that the donors' rules would have allocated.",
  formula: f`${expectedAllocation}`,
});
export const aidDelivered = output({ unit: "EUR/week", meaning: "Military aid delivered.", formula: f`${delivered}` });
export const forceAtFront = output({
  over: [side],
  unit: "person",
  meaning: "Soldiers at the front.",
  formula: f`${force}`,
});
export const roundsInStock = output({
  over: [side],
  unit: "round",
  meaning: "Rounds in stock.",
  formula: f`${shells}`,
});
export const dronesReaching = output({
  over: [side],
  unit: "drone/week",
  meaning: "Strike drones reaching the front.",
  formula: f`${droneOutput}`,
});
export const fires = output({
  over: [side],
  unit: "round/week",
  meaning: "Effective fires.",
  formula: f`${firepower}`,
});
