/** What is known until the as-of date: while `known` is 1 the line follows the record. */
import { series } from "@logjam/lang";
import { sector } from "./sets.ts";

export const known = series({
  unit: "1",
  meaning: "1 while the record is known (before the as-of date), 0 afterwards.",
  source: "Set by the question's as-of date.",
  gap: "error",
});

export const observedChange = series({
  over: [sector],
  unit: "km^2/week",
  meaning: "Change of the area that Russia holds in a sector, from this Monday to the next.",
  source: "DeepState, weekly area by sector (data/area-weekly.csv).",
  gap: "zero",
});

export const initialArea = series({
  over: [sector],
  unit: "km^2",
  meaning: "Area that Russia held in a sector in the first week.",
  source: "DeepState, weekly area by sector (data/area-weekly.csv).",
  gap: "error",
});
