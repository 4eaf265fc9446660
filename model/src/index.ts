export { m1 } from "./m1/index.ts";
export { m1Study } from "./m1/study.ts";
export { element, opponent, side, threshold } from "./sets.ts";
