/**
 * What is known until the as-of date. A run starts in the past: while `known` is 1 the line, the claimed losses and the
 * allocations follow the record, and what the equations would have said instead is kept beside it, so that the fit can
 * score it. When `known` falls to 0 the equations take over.
 */
import { series } from "@logjam/lang";
import { side } from "../sets.ts";

export const known = series({
  unit: "1",
  meaning: "1 while the record is known (before the as-of date), 0 afterwards.",
  source: "Set by the question's as-of date.",
  gap: "error",
});

export const observedChange = series({
  unit: "km^2/week",
  meaning: "Change of the area that Russia holds outside Crimea, from this Monday to the next.",
  source: "DeepState, weekly area by sector (data/area-weekly.csv).",
  gap: "zero",
});

export const observedClaims = series({
  over: [side],
  unit: "person/week",
  meaning:
    "Losses of personnel that the opponent's general staff claims for the week; 0 where there is no series (Ukraine).",
  source: "General Staff of the Armed Forces of Ukraine (data/losses-weekly.csv).",
  gap: "zero",
});

export const observedDeaths = series({
  over: [side],
  unit: "person/week",
  meaning: "Soldiers killed in the week; 0 where nothing is known.",
  source: "Meduza and Mediazona, weekly estimate from the probate registry (data/observations-meduza.csv).",
  gap: "zero",
});

export const observedAllocation = series({
  unit: "EUR/week",
  meaning: "Military aid to Ukraine that donors allocated, spread evenly over the month.",
  source: "Kiel Institute, Ukraine Support Tracker (data/aid-monthly.csv).",
  gap: "zero",
});

export const mud = series({
  unit: "1",
  meaning: "How far the season hampers movement: 0 in dry summer, 1 at the height of the spring and autumn mud.",
  source: "[J] climatology: peaks in late March and mid-November; piecewise linear in the day of the year.",
  gap: "error",
});
