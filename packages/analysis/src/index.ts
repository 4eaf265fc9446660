export type * from "./answer.ts";
