export { m1 } from "./m1/index.ts";
export { element, opponent, side, threshold } from "./sets.ts";
