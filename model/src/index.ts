export { m0 } from "./m0/index.ts";
export { m0Study } from "./m0/study.ts";
export { m1 } from "./m1/index.ts";
export { m1Study } from "./m1/study.ts";
export { m2 } from "./m2/index.ts";
export { m2Study } from "./m2/study.ts";
export { donor, element, kind, opponent, sector, side, threshold } from "./sets.ts";
