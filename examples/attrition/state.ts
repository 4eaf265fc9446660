import { f, type Quantity, stock } from "@logjam/lang";
import { initialTroops } from "./numbers.ts";
import { bySector, sector, side } from "./sets.ts";

const ofSide = (unit: string, A: number, B: number, meaning: string): Quantity =>
  stock({ over: [side], unit, initial: { A, B }, meaning });
const ofBoth = (unit: string, A: readonly number[], B: readonly number[], meaning: string): Quantity =>
  stock({ over: [side, sector], unit, initial: { A: bySector(A), B: bySector(B) }, meaning });
const alike = (unit: string, initial: number, meaning: string): Quantity =>
  stock({ over: [side, sector], unit, initial, meaning });

export const pool = ofSide("kperson", 8000, 3500, "Persons who could be called up.");
export const trainees = ofSide("kperson", 20, 20, "Recruits in training.");
export const reserve = ofSide("kperson", 30, 30, "Trained persons behind the line.");
export const wounded = ofSide("kperson", 10, 10, "Persons in hospital.");
export const ammo = ofSide("kround", 3000, 900, "Ammunition in stock.");
export const ammoCapacity = ofSide("kround/week", 60, 12, "Ammunition that industry can make.");
export const droneCapacity = ofSide("kdrone/week", 3, 3.2, "Drones that industry can make.");
export const morale = ofSide("1", 0.9, 0.9, "Morale: 1 is full.");
export const economy = ofSide("1", 1, 1, "The economy against its strength at the start.");
export const cumulativeLosses = ofSide("kperson", 0, 0, "Losses since the start.");

export const troops = stock({
  over: [side, sector],
  unit: "kperson",
  initial: f`${initialTroops}`,
  meaning: "Troops in the line.",
});
export const armour = ofBoth(
  "vehicle",
  [300, 250, 350, 300, 400, 350, 200, 150],
  [200, 200, 260, 240, 260, 240, 160, 140],
  "Armoured vehicles.",
);
export const guns = ofBoth(
  "gun",
  [500, 450, 600, 550, 650, 600, 400, 350],
  [250, 250, 320, 300, 340, 320, 220, 200],
  "Guns.",
);
export const drones = ofBoth("kdrone", [2, 2, 3, 3, 4, 3, 2, 1], [2, 2, 3, 3, 3, 3, 2, 1], "Drones at hand.");
export const fort = alike("km", 1, "Depth of field works.");
export const fatigue = alike("1", 0.2, "Fatigue: 1 is exhaustion.");
export const supply = alike("1", 0.9, "Supply: 1 is full.");
export const frontPosition = stock({
  over: [sector],
  unit: "km",
  initial: 0,
  meaning: "The line: positive where A won.",
});
