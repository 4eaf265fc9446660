export * from "./casualties.ts";
export * from "./claims.ts";
export * from "./deaths.ts";
export * from "./flows.ts";
export * from "./front.ts";
export * from "./quality.ts";
export * from "./reserve.ts";
