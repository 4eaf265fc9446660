export * from "./armour.ts";
export * from "./flows.ts";
