/** How donors answer to the line, to empty guns, and to a target; how aid tapers. */
import { lognormalRange, parameter, uniform } from "@logjam/lang";

export const baseCommitment = parameter({
  unit: "EUR/week",
  meaning: "Military aid that donors allocate a week when nothing alarms them.",
  prior: lognormalRange({ low: 350e6, central: 650e6, high: 1_100e6 }),
  source: "Kiel: a mean of EUR 41.6 bn a year in 2022-24.",
});

export const decisionTime = parameter({
  unit: "week",
  meaning: "Mean time in which donors notice a change and act on it.",
  prior: lognormalRange({ low: 4, central: 12, high: 30 }),
  source: "[J] the US request of October 2023 became law on 24 April 2024.",
});

export const lineResponse = parameter({
  unit: "week/km^2",
  meaning: "How much a worsening line raises what donors allocate, per km2 lost a week.",
  prior: lognormalRange({ low: 0.0005, central: 0.002, high: 0.008 }),
  source: "[J] 100 km2 a week would add a fifth; allocations in fact fell while the line worsened late in 2023.",
});

export const ammunitionResponse = parameter({
  unit: "1",
  meaning: "How much empty guns raise what donors allocate: 1 doubles it if no gun could fire.",
  prior: lognormalRange({ low: 0.1, central: 0.4, high: 1.5 }),
  source: "[J] the European million rounds and the Czech initiative answered a shortage.",
});

export const targetRatio = parameter({
  unit: "1",
  meaning: "Ratio of Ukrainian to Russian fires that the rule 'win' provides for.",
  prior: lognormalRange({ low: 1, central: 1.4, high: 2 }),
  source: "[J] an attacker's edge in fires, below the classic three to one.",
});

export const capabilityPrice = parameter({
  unit: "EUR/round",
  meaning:
    "Cost of raising the fires of a week by the worth of one round: the round and its share of guns, drones and upkeep.",
  prior: lognormalRange({ low: 5_000, central: 10_000, high: 20_000 }),
  source: "[J] two to five times the price of a round.",
});

export const highestMultiple = parameter({
  unit: "1",
  meaning: "Most that donors can allocate, as a multiple of the base.",
  prior: lognormalRange({ low: 1.5, central: 2.2, high: 3.2 }),
  source:
    "[J] bounded by industry and budgets; EUR 9.3 bn in the highest month (Kiel, January 2023) against a mean of 3.5.",
});

export const taperRate = parameter({
  unit: "1/week",
  meaning: "Rate at which support runs down under the rule 'taper'.",
  prior: lognormalRange({ low: 0.01, central: 0.02, high: 0.04 }),
  source: "[J] halved within 17 to 70 weeks; pledges fell 43 % in mid-2025 (Kiel).",
});

export const reactiveAim = parameter({
  unit: "1",
  meaning: "How far allocations so far are explained by 'not lose' rather than by 'win': 1 wholly by 'not lose'.",
  prior: uniform({ low: 0, high: 1 }),
  source: "Ignorance; fitted to the recorded allocations.",
});
