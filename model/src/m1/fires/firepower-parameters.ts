/** What a drone and a bomb are worth in rounds, and what jamming takes. */
import { constant, logitNormal, lognormalRange, parameter } from "@logjam/lang";

export const roundsPerDrone = parameter({
  unit: "round/drone",
  meaning: "Rounds of artillery that one strike drone is worth, when it is not jammed.",
  prior: lognormalRange({ low: 0.4, central: 1, high: 2.5 }),
  source: "[J] so that drones cause about 45 % of losses in 2024 and 70 % in 2025 (claims and Russian medics, weak).",
});

export const roundsPerBomb = parameter({
  unit: "round/bomb",
  meaning: "Rounds of artillery that one glide bomb is worth.",
  prior: lognormalRange({ low: 8, central: 25, high: 80 }),
  source: "[J] by weight of explosive, discounted for accuracy; no published estimate.",
});

export const baseJamming = parameter({
  unit: "1",
  meaning: "Share of drone sorties lost to electronic warfare on either side, before any recipe.",
  prior: logitNormal({ median: 0.35, p95: 0.51 }),
  source: "[J] 0.2-0.6 (weak sources, domain notes 4.8).",
});

export const oneRound = constant({
  unit: "round/week",
  meaning: "Keeps a logarithm defined for a side without fires.",
  value: 1,
  source: "Far below any fires.",
});
