export * from "./effects.ts";
export * from "./fielded.ts";
export * from "./funding.ts";
export * from "./funding-parameters.ts";
export * from "./levers.ts";
export * from "./maturing.ts";
export * from "./maturing-parameters.ts";
export * from "./recipient.ts";
