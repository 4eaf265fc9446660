/** What a run records besides the outcomes. */
import { f, output } from "@logjam/lang";
import { side } from "../../sets.ts";
import { delivered } from "../coalition/pipeline.ts";
import { commitment, expectedAllocation } from "../coalition/rules.ts";
import { droneOutput } from "../fires/drones.ts";
import { firepower } from "../fires/firepower.ts";
import { shells } from "../fires/shells.ts";
import { area, expectedChange, tilt } from "../front/line.ts";
import { casualties, explained, intensity } from "../manpower/casualties.ts";
import { reportingRatio } from "../manpower/casualty-parameters.ts";
import { force } from "../manpower/force.ts";

export const areaHeld = output({
  unit: "km^2",
  meaning: "Area that Russia holds outside Crimea.",
  formula: f`${area}`,
});

export const changeExplained = output({
  unit: "km^2/week",
  meaning: "Change of the line that the balance of forces explains.",
  formula: f`${expectedChange}`,
});

export const changeExpected = output({
  unit: "km^2/week",
  meaning: "Change of the line that balance of forces and drift expect for the week.",
  formula: f`${expectedChange} + ${tilt}`,
});

export const claimsExplained = output({
  unit: "person/week",
  meaning: "Claimed Russian losses that fires, strength and posture explain.",
  formula: f`${reportingRatio} * ${explained.at("ru")}`,
});

export const claimsExpected = output({
  unit: "person/week",
  meaning: "Claimed Russian losses expected for the week, with the intensity of the fighting so far.",
  formula: f`${reportingRatio} * ${casualties.at("ru")}`,
});

export const lossesAtFront = output({
  over: [side],
  unit: "person/week",
  meaning: "Casualties.",
  formula: f`${casualties}`,
});

export const intensityOfFighting = output({
  over: [side],
  unit: "1",
  meaning: "Logarithm of the intensity of the fighting, against what fires and posture explain.",
  formula: f`${intensity}`,
});

export const allocated = output({
  unit: "EUR/week",
  meaning: "Military aid allocated.",
  formula: f`${commitment}`,
});

export const allocationExplained = output({
  unit: "EUR/week",
  meaning: "Military aid that the donors' rules would have allocated.",
  formula: f`${expectedAllocation}`,
});

export const aidDelivered = output({
  unit: "EUR/week",
  meaning: "Military aid delivered.",
  formula: f`${delivered}`,
});

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
  meaning: "Effective fires, as rounds of artillery.",
  formula: f`${firepower}`,
});
