export * from "./effects.ts";
export * from "./fielded.ts";
export * from "./funding.ts";
export * from "./levers.ts";
export * from "./maturing.ts";
