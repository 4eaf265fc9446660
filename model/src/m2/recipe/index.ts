export * from "../../m1/recipe/effects.ts";
export * from "../../m1/recipe/fielded.ts";
export * from "../../m1/recipe/funding-parameters.ts";
export * from "../../m1/recipe/levers.ts";
export * from "../../m1/recipe/maturing-parameters.ts";
export * from "../../m1/recipe/recipient.ts";
export * from "./funding.ts";
