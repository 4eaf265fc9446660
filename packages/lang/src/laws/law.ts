import type { Quantity } from "../declare/quantity.ts";

/** A stated property of a quantity, checked over draws from the priors (`checkLaws`). */
export type Law =
  | { readonly law: "nonNegative" }
  | { readonly law: "bounded"; readonly low: number; readonly high: number }
  | { readonly law: "rising" | "falling"; readonly in: Quantity };

/** Never below zero. */
export const nonNegative: Law = { law: "nonNegative" };

/** Never outside [low, high], in the quantity's unit. */
export const bounded = (low: number, high: number): Law => ({ law: "bounded", low, high });

/** Does not fall when `quantity` alone is raised, all else that the formula reads being the same. */
export const risingIn = (quantity: Quantity): Law => ({ law: "rising", in: quantity });

/** Does not rise when `quantity` alone is raised. */
export const fallingIn = (quantity: Quantity): Law => ({ law: "falling", in: quantity });
