/** What each element of the recipe acts on: one quantity each, and how strongly at best. */
import { auxiliary, f, logitNormal, lognormalRange, parameter } from "@logjam/lang";
import { opponent, side } from "../../sets.ts";
import { fielded } from "./fielded.ts";

export const airDenialAtBest = parameter({
  unit: "1",
  meaning: "Share of the opponent's glide-bomb effect that air denial takes away at best.",
  prior: logitNormal({ median: 0.6, p95: 0.85 }),
  source: "[J] domain notes 2: air superiority scales the bombs' effect.",
});
export const airDenial = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Share of the opponent's glide-bomb effect that air denial takes away.",
  formula: f`${airDenialAtBest} * ${fielded.at({ element: "air" })}`,
});

export const breachingAtBest = parameter({
  unit: "1",
  meaning: "Share of the opponent's obstacles that breaching means overcome at best.",
  prior: logitNormal({ median: 0.5, p95: 0.75 }),
  source: "[J] lanes were re-mined remotely in 2023 (essay, through iDNES).",
});
export const breaching = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Share of the opponent's obstacles that breaching means overcome.",
  formula: f`${breachingAtBest} * ${fielded.at({ element: "breaching" })}`,
});

export const counterBatteryAtBest = parameter({
  unit: "1",
  meaning: "Share of the opponent's artillery effect that counter-battery takes away at best.",
  prior: logitNormal({ median: 0.3, p95: 0.5 }),
  source: "[J] the essay asks for it; jamming eroded the precision of Western munitions.",
});
export const counterBattery = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Share of the opponent's artillery effect that counter-battery takes away.",
  formula: f`${counterBatteryAtBest} * ${fielded.at({ element: "counterBattery" })}`,
});

export const reserveGainAtBest = parameter({
  unit: "1",
  meaning: "How much wider liability and better training raise the intake at best: 1 doubles it.",
  prior: lognormalRange({ low: 0.15, central: 0.4, high: 0.9 }),
  source: "[J] intake rose from about 14,000 to 30,000 a month, for a while, after the law of May 2024.",
});
export const reserveGain = auxiliary({
  over: [side],
  unit: "1",
  meaning: "How much the recipe's reserves raise the intake.",
  formula: f`${reserveGainAtBest} * ${fielded.at({ element: "reserves" })}`,
});

export const jammingAtBest = parameter({
  unit: "1",
  meaning: "Share of the opponent's remaining drone effect that electronic warfare takes away at best.",
  prior: logitNormal({ median: 0.4, p95: 0.65 }),
  source: "[J] the essay calls electronic warfare the key to the drone war; fibre-optic drones cannot be jammed.",
});
export const droneJamming = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Share of the opponent's remaining drone effect that electronic warfare takes away.",
  formula: f`${jammingAtBest} * ${fielded.at({ element: "electronicWarfare" })}`,
});

export const commandGainAtBest = parameter({
  unit: "1",
  meaning: "How much command and reconnaissance raise the effect of one's own fires at best.",
  prior: lognormalRange({ low: 0.08, central: 0.2, high: 0.5 }),
  source: "[J] faster decisions allot fires better; no measured effect.",
});
export const commandGain = auxiliary({
  over: [side],
  unit: "1",
  meaning: "How much command and reconnaissance raise the effect of one's own fires.",
  formula: f`${commandGainAtBest} * ${fielded.at({ element: "command" })}`,
});

export const interdictionAtBest = parameter({
  unit: "1",
  meaning: "Share of the opponent's supply of rounds that strikes on logistics take away at best.",
  prior: logitNormal({ median: 0.2, p95: 0.36 }),
  source: "[J] the essay asks to degrade logistics with longer-range missiles.",
});
export const interdiction = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Share of a side's supply of rounds that the opponent's strikes on logistics take away.",
  formula: f`${interdictionAtBest} * ${fielded.at({ element: "logistics" }).of(opponent)}`,
});

export const productionGainAtBest = parameter({
  unit: "1",
  meaning: "How much the production lever raises own output of rounds and the ceiling of drones at best.",
  prior: lognormalRange({ low: 0.2, central: 0.6, high: 1.5 }),
  source: "[J] Ukrainian drone output grew far faster than this after 2023, mostly outside any plan.",
});
export const productionGain = auxiliary({
  over: [side],
  unit: "1",
  meaning: "How much the production lever raises own output.",
  formula: f`${productionGainAtBest} * ${fielded.at({ element: "production" })}`,
});
