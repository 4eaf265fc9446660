/** What a run records besides the outcomes; names and units as in M1, so that every experiment runs on both. */
import { f, output } from "@logjam/lang";
import { droneOutput } from "../../m1/fires/drones.ts";
import { shells } from "../../m1/fires/shells.ts";
import { donor, sector, side } from "../../sets.ts";
import { armour } from "../armour/armour.ts";
import { armourLost } from "../armour/flows.ts";
import { deliveredTotal } from "../coalition/delivery.ts";
import { commitment, commitmentTotal, expectedAllocation } from "../coalition/rules.ts";
import { will } from "../coalition/will.ts";
import { firepower } from "../fires/firepower.ts";
import { expectedChange } from "../front/gain.ts";
import { deviation } from "../front/initiative.ts";
import { initiative } from "../front/initiative-stock.ts";
import { area, totalArea } from "../front/line.ts";
import { casualtiesTotal, intensity } from "../manpower/casualties.ts";
import { claimedSoFar, claimScale, expectedClaims } from "../manpower/claims.ts";
import { deathScale, deaths, expectedDeaths } from "../manpower/deaths.ts";
import { frontTotal } from "../manpower/front.ts";
import { quality } from "../manpower/quality.ts";
import { ceasefire } from "../settlement/ceasefire.ts";
import { edge } from "../technology/edge.ts";

export const areaHeld = output({
  unit: "km^2",
  meaning: "Area that Russia holds outside Crimea.",
  formula: f`${totalArea}`,
});
export const areaBySector = output({
  over: [sector],
  unit: "km^2",
  meaning: "Area that Russia holds in a sector.",
  formula: f`${area}`,
});
export const changeExpected = output({
  unit: "km^2/week",
  meaning: "Expected change of the line in the week.",
  formula: f`sum(${expectedChange} over ${sector})`,
});

export const changeExpectedBySector = output({
  over: [sector],
  unit: "km^2/week",
  meaning: "Expected change of a sector's line in the week.",
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
  formula: f`${casualtiesTotal}`,
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
  formula: f`${commitmentTotal}`,
});
export const allocatedByDonor = output({
  over: [donor],
  unit: "EUR/week",
  meaning: "Military aid that a group of donors allocates.",
  formula: f`${commitment}`,
});
export const allocationExplained = output({
  unit: "EUR/week",
  meaning: "Military aid that the donors' rules would have allocated.",
  formula: f`${expectedAllocation}`,
});
export const donorsWill = output({ over: [donor], unit: "1", meaning: "Will to support.", formula: f`${will}` });
export const aidDelivered = output({
  unit: "EUR/week",
  meaning: "Military aid delivered.",
  formula: f`${deliveredTotal}`,
});
export const forceAtFront = output({
  over: [side],
  unit: "person",
  meaning: "Soldiers at the front.",
  formula: f`${frontTotal}`,
});
export const qualityOfTroops = output({
  over: [side],
  unit: "1",
  meaning: "Quality of troops.",
  formula: f`${quality}`,
});
export const technicalEdge = output({ over: [side], unit: "1", meaning: "Technical edge.", formula: f`${edge}` });
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
export const vehicles = output({
  over: [side],
  unit: "vehicle",
  meaning: "Vehicles in the field.",
  formula: f`${armour}`,
});
export const vehiclesLost = output({
  over: [side],
  unit: "vehicle/week",
  meaning: "Vehicles lost.",
  formula: f`${armourLost}`,
});
export const inCeasefire = output({ unit: "1", meaning: "1 while a ceasefire holds.", formula: f`${ceasefire}` });
