export * from "./ammunition.ts";
export * from "./kit.ts";
export * from "./kit-change.ts";
export * from "./pipeline.ts";
export * from "./rules.ts";
export * from "./will.ts";
