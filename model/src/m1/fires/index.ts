export * from "./bombs.ts";
export * from "./drones.ts";
export * from "./firepower.ts";
export * from "./firepower-parameters.ts";
export * from "./shells.ts";
export * from "./shells-change.ts";
