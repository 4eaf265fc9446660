export * from "../../m1/fires/bombs.ts";
export * from "../../m1/fires/drones.ts";
export * from "../../m1/fires/shells.ts";
export * from "./firepower.ts";
export * from "./shells-change.ts";
