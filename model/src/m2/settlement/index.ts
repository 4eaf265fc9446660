export * from "./bargaining.ts";
export * from "./ceasefire.ts";
export * from "./levers.ts";
export * from "./outlook.ts";
