export * from "./geometry.ts";
export * from "./line.ts";
export * from "./line-parameters.ts";
export * from "./obstacle-parameters.ts";
export * from "./obstacles.ts";
export * from "./obstacles-change.ts";
export * from "./pressure.ts";
export * from "./pressure-parameters.ts";
