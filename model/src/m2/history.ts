/** The record that M2 follows while it is known: the line by sector, claimed losses, allocations by donor. */
import { series } from "@logjam/lang";
import { donor, sector } from "../sets.ts";

export { known, mud, observedClaims, observedDeaths } from "../m1/history.ts";

export const observedChange = series({
  over: [sector],
  unit: "km^2/week",
  meaning: "Change of the area that Russia holds in a sector, from this Monday to the next.",
  source: "DeepState, weekly area by sector (data/area-weekly.csv).",
  gap: "zero",
});

export const observedAllocation = series({
  over: [donor],
  unit: "EUR/week",
  meaning: "Military aid to Ukraine that a group of donors allocated, spread evenly over the month.",
  source: "Kiel Institute, Ukraine Support Tracker (data/aid-monthly.csv).",
  gap: "zero",
});
