/** The five numbers that differ between members. */
import { parameter, type Quantity, uniform } from "@logjam/lang";

const input = (unit: string, low: number, high: number, meaning: string): Quantity =>
  parameter({ unit, meaning, prior: uniform({ low, high }), source: "Invented for the benchmark (attrition.mdl)." });

export const aidLevel = input("1", 0, 3, "Aid to B against its schedule.");
export const mobilisationA = input("1/week", 0, 0.01, "Share of A's pool that is called up a week.");
export const mobilisationB = input("1/week", 0, 0.01, "Share of B's pool that is called up a week.");
export const droneTechGrowth = input("1/week", 0, 0.05, "Growth of what a drone achieves.");
export const offensiveIntensity = input("1", 0, 1, "How hard A attacks.");
