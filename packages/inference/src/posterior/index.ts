export * from "./posterior.ts";
export * from "./posterior-file.ts";
