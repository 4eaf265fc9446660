export * from "./outcomes.ts";
export * from "./outputs.ts";
