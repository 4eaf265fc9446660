/** What a run records besides the outcomes. */
import { f, output } from "@logjam/lang";
import { side } from "../../sets.ts";
import { delivered } from "../coalition/pipeline.ts";
import { commitment, expectedAllocation } from "../coalition/rules.ts";
import { droneOutput } from "../fires/drones.ts";
import { firepower } from "../fires/firepower.ts";
import { shells } from "../fires/shells.ts";
import { deviation } from "../front/initiative.ts";
import { initiative } from "../front/initiative-stock.ts";
import { area } from "../front/line.ts";
import { expectedChange } from "../front/pressure.ts";
import { casualties, intensity } from "../manpower/casualties.ts";
import { claimedSoFar, claimScale, expectedClaims } from "../manpower/claims.ts";
import { deathScale, deaths, expectedDeaths } from "../manpower/deaths.ts";
import { force } from "../manpower/force.ts";

export const areaHeld = output({
  unit: "km^2",
  meaning: "Area that Russia holds outside Crimea.",
  formula: f`${area}`,
});

export const changeExpected = output({
  unit: "km^2/week",
  meaning: "Expected change of the line in the week.",
  formula: f`${expectedChange}`,
});

export const changeDeviation = output({
  unit: "km^2/week",
  meaning: "Expected size of the week's surprise about the line.",
  formula: f`${deviation}`,
});

export const initiativeOfRussia = output({
  unit: "1",
  meaning: "Initiative along the front that forces, fires and works do not explain; above 0 it is Russia's.",
  formula: f`${initiative}`,
});

export const claimsExpected = output({
  unit: "person/week",
  meaning: "Claimed Russian losses expected for the week, with the intensity of the fighting so far.",
  formula: f`${expectedClaims.at("ru")}`,
});

export const claimsScale = output({
  unit: "1",
  meaning: "Expected size of the week's surprise about claimed losses, on the logarithm.",
  formula: f`${claimScale.at("ru")}`,
});

export const deathsScale = output({
  unit: "1",
  meaning: "Expected size of the week's surprise about deaths, on the logarithm.",
  formula: f`${deathScale.at("ru")}`,
});

export const claimsSoFar = output({
  unit: "person",
  meaning: "Russian losses claimed since February 2022.",
  formula: f`${claimedSoFar.at("ru")}`,
});

export const deathsExpected = output({
  unit: "person/week",
  meaning: "Russian soldiers whose death is expected for the week.",
  formula: f`${expectedDeaths.at("ru")}`,
});

export const deathsOfWeek = output({
  unit: "person/week",
  meaning: "Russian soldiers killed in the week.",
  formula: f`${deaths.at("ru")}`,
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
