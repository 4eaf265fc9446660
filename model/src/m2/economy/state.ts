/** Money for the war: what a state can still draw on. */
import { f, lognormalRange, parameter, stock } from "@logjam/lang";
import { side } from "../../sets.ts";

export const initialFunds = parameter({
  over: [side],
  unit: "EUR",
  meaning: "Liquid means for the war on 5 December 2022.",
  prior: {
    ua: lognormalRange({ low: 10e9, central: 20e9, high: 40e9 }),
    ru: lognormalRange({ low: 70e9, central: 120e9, high: 200e9 }),
  },
  source: "[J] the liquid part of Russia's National Welfare Fund; Ukraine's reserves and promised budget support.",
});

export const funds = stock({
  over: [side],
  unit: "EUR",
  meaning: "Liquid means for the war.",
  initial: f`${initialFunds}`,
});
