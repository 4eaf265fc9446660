export * from "./casualties.ts";
export * from "./force.ts";
export * from "./force-change.ts";
export * from "./intake.ts";
