/** Quality of troops: a share that training brings in and losses and haste wear down. */
import { f, logitNormal, lognormalRange, parameter, stock } from "@logjam/lang";
import { side } from "../../sets.ts";

export const initialQuality = parameter({
  over: [side],
  unit: "1",
  meaning: "Quality of troops on 5 December 2022: 0 green, 1 seasoned.",
  prior: { ua: logitNormal({ median: 0.55, p95: 0.72 }), ru: logitNormal({ median: 0.42, p95: 0.6 }) },
  source: "[J] Ukraine's veterans of 2022 against Russia's newly mobilised.",
});

export const seasoning = parameter({
  unit: "week",
  meaning: "Training time that makes a recruit half seasoned.",
  prior: lognormalRange({ low: 5, central: 10, high: 20 }),
  source: "[J] against four to ten weeks given.",
});

export const quality = stock({
  over: [side],
  unit: "1",
  meaning: "Quality of troops: 0 green, 1 seasoned.",
  initial: f`${initialQuality}`,
});
