/**
 * Every message of the checker, as typed functions; tests call the same ones. Each says which quantity, what is wrong,
 * and what to do next. `at` carries the place, and the formula's text where one is concerned.
 */
import { declarationErrors } from "./declaration-errors.ts";
import { formulaErrors } from "./formula-errors.ts";
import { setErrors } from "./set-errors.ts";
import { structureErrors } from "./structure-errors.ts";

export type { At } from "./at.ts";

export const errors = { ...formulaErrors, ...setErrors, ...declarationErrors, ...structureErrors };
