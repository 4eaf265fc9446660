/** Artillery: rounds in stock, what comes in, and use that is rationed when the stock runs low. */
import { auxiliary, constant, f, flow, lognormalRange, parameter, stock } from "@logjam/lang";
import { side } from "../../sets.ts";
import { interdiction, productionGain } from "../recipe/effects.ts";

export const initialShells = parameter({
  over: [side],
  unit: "round",
  meaning: "Rounds in stock on 5 December 2022.",
  prior: {
    ua: lognormalRange({ low: 150_000, central: 300_000, high: 600_000 }),
    ru: lognormalRange({ low: 1_000_000, central: 2_500_000, high: 6_000_000 }),
  },
  source: "[J] from use before that date (domain notes 4.6); published stock figures differ by a factor of ten.",
});

export const shellDemand = parameter({
  over: [side],
  unit: "round/week",
  meaning: "Rounds that the guns would fire in a week if supply did not bind.",
  prior: {
    ua: lognormalRange({ low: 25_000, central: 45_000, high: 75_000 }),
    ru: lognormalRange({ low: 35_000, central: 75_000, high: 140_000 }),
  },
  source:
    "Reznikov 2023 (110,000 a month fired, 356,400 asked for); NATO and Sky 2024 (5,000-20,000 a day for Russia).",
});

export const domesticShells = parameter({
  over: [side],
  unit: "round/week",
  meaning: "Rounds made at home or bought from third countries.",
  prior: {
    ua: lognormalRange({ low: 500, central: 2_000, high: 8_000 }),
    ru: lognormalRange({ low: 45_000, central: 75_000, high: 120_000 }),
  },
  source:
    "NATO 2024: 250,000 a month of new Russian production; Reuters/OSC: North Korean deliveries since September 2023.",
});

export const cover = constant({
  unit: "week",
  meaning: "Use is held to what keeps this many weeks of stock.",
  value: 4,
  source: "[J] a four-week floor (model notes).",
});

export const shells = stock({
  over: [side],
  unit: "round",
  meaning: "Rounds in stock.",
  initial: f`${initialShells}`,
});

export const roundsFired = flow({
  over: [side],
  unit: "round/week",
  meaning: "Rounds fired: what the guns ask for, or what four weeks' cover allows.",
  formula: f`min(${shellDemand}, ${shells} / ${cover})`,
});

export const shellsMade = flow({
  over: [side],
  unit: "round/week",
  meaning: "Rounds made at home or imported, less what the opponent's interdiction destroys on the way.",
  formula: f`${domesticShells} * (1 + ${productionGain}) * (1 - ${interdiction})`,
});

export const shortage = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Share of the guns' demand that goes unmet.",
  formula: f`1 - ${roundsFired} / ${shellDemand}`,
});
