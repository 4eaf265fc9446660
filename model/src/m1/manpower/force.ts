/** Soldiers at the front. */
import { f, lognormalRange, parameter, stock } from "@logjam/lang";
import { side } from "../../sets.ts";

export const initialForce = parameter({
  over: [side],
  unit: "person",
  meaning: "Soldiers committed at the front on 5 December 2022.",
  prior: {
    ua: lognormalRange({ low: 200_000, central: 280_000, high: 380_000 }),
    ru: lognormalRange({ low: 280_000, central: 360_000, high: 450_000 }),
  },
  source:
    "[J] between 180,000 (SWP, February 2022) and 470,000 (Hudson, early 2024) for Russia; Ukraine's share of 640,000-940,000 in uniform.",
});

export const force = stock({
  over: [side],
  unit: "person",
  meaning: "Soldiers at the front.",
  initial: f`${initialForce}`,
});
