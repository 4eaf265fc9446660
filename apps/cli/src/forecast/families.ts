import { FRONT_SECTORS } from "@logjam/evidence";
import type { StackFamily } from "@logjam/inference";
import { AREA_TOTAL, areaOf, DEATHS } from "../backtest/targets.ts";

const sectors = FRONT_SECTORS.map(areaOf);

/** Horizons at which weights and spreads are learnt, in weeks: those of the backtest. */
export const HORIZONS: readonly number[] = [4, 13, 26, 52];

/** The released forecast is a stack of the models of this project... */
const MODELS = ["m0", "m1", "m2"];
/** ...and of the better simple rules for what no model speaks of: claims of equipment. */
const RULES = ["drift-4-centred", "drift-13-centred", "drift-26-centred"];

/**
 * What shares one weight vector. The sectors and their total go together, so that a member's sectors add up to its total;
 * in learning, the total counts as much as all sectors. Claims of equipment go together; persons and deaths alone.
 */
export const FAMILIES: readonly StackFamily[] = [
  {
    id: "area",
    of: MODELS,
    shares: { [AREA_TOTAL]: 0.5, ...Object.fromEntries(sectors.map((sector) => [sector, 0.5 / sectors.length])) },
    total: { target: AREA_TOTAL, parts: sectors },
  },
  { id: "personnel", of: MODELS, shares: { personnel: 1 } },
  { id: "equipment", of: RULES, shares: { tank: 0.5, artillery: 0.5 } },
  { id: "deaths", of: MODELS, shares: { [DEATHS]: 1 } },
];
