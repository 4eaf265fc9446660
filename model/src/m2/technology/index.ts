export * from "./edge.ts";
export * from "./edge-change.ts";
