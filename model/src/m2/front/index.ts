export * from "./breakthrough.ts";
export * from "./effort.ts";
export * from "./geometry.ts";
export * from "./line.ts";
export * from "./obstacles.ts";
export * from "./obstacles-change.ts";
export * from "./pressure.ts";
