export * from "./outcomes.ts";
export * from "./outputs.ts";
export * from "./thresholds.ts";
