export * from "./flows.ts";
export * from "./recruitment.ts";
export * from "./state.ts";
