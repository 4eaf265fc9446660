export * from "./casualties.ts";
export * from "./casualty-parameters.ts";
export * from "./force.ts";
export * from "./force-change.ts";
export * from "./intake.ts";
export * from "./intake-parameters.ts";
export * from "./service-parameters.ts";
