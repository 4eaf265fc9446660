export * from "./air-defence.ts";
export * from "./air-defence-change.ts";
export * from "./ammunition.ts";
export * from "./delivery.ts";
export * from "./rules.ts";
export * from "./signals.ts";
export * from "./will.ts";
