import { lookup, type Points, type Quantity } from "@logjam/lang";

const table = (input: string, unit: string, meaning: string, points: Points): Quantity =>
  lookup({ input, unit, meaning, points, source: "Invented for the benchmark (attrition.mdl)." });

export const fortTable = table("km", "1", "Exposure that is left behind field works of some depth.", [
  [0, 1],
  [1, 0.8],
  [2, 0.62],
  [4, 0.45],
  [8, 0.35],
]);
export const ammoTable = table("1", "1", "Effect of guns by the share of demand that is met.", [
  [0, 0.15],
  [0.25, 0.45],
  [0.5, 0.7],
  [1, 1],
]);
export const moraleTable = table("1", "1", "Effect of morale on quality and on recruiting.", [
  [0, 0.3],
  [0.5, 0.7],
  [0.8, 0.95],
  [1, 1],
]);
export const advanceTable = table("1", "km/week", "Movement of the line by the ratio of forces.", [
  [0, -1.5],
  [0.7, -0.2],
  [1, 0.1],
  [2, 0.8],
  [4, 2.5],
]);
export const aidSchedule = table("week", "1", "Aid over time.", [
  [0, 0.6],
  [20, 0.9],
  [52, 1.2],
  [80, 0.8],
  [104, 1],
  [156, 0.9],
]);
