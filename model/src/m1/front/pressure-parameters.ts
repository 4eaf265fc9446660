/** What pressure and gains answer to, and how strongly: the numbers on which most answers hang. */
import { constant, lognormalRange, normal, parameter } from "@logjam/lang";

export const baseline = parameter({
  unit: "1",
  meaning: "Pressure of an attacker with no edge on open, dry ground: below 0, since defence is the stronger form.",
  prior: normal({ mean: -1.2, sd: 0.7 }),
  source: "[J] positional lines hold at parity.",
});

export const firesEdge = parameter({
  unit: "1",
  meaning: "Effect of an edge in fires on pressure, per unit of its logarithm.",
  prior: lognormalRange({ low: 0.2, central: 0.6, high: 1.8 }),
  source:
    "[J] not identified apart from strength (domain notes 5.6); the raw contrast around the aid gap has the wrong sign.",
});

export const strengthEdge = parameter({
  unit: "1",
  meaning: "Effect of an edge in fighting strength on pressure, per unit of its logarithm.",
  prior: lognormalRange({ low: 0.2, central: 0.6, high: 1.8 }),
  source: "[J] not identified apart from fires (domain notes 5.6).",
});

export const obstacleEffect = parameter({
  unit: "1",
  meaning: "Pressure that a fully fortified line takes from an attacker.",
  prior: lognormalRange({ low: 0.3, central: 0.9, high: 2.5 }),
  source: "[J] the Ukrainian offensive of 2023 stalled in the belts.",
});

export const mudEffect = parameter({
  unit: "1",
  meaning: "Pressure that the height of the mud season takes from an attacker.",
  prior: lognormalRange({ low: 0.05, central: 0.2, high: 0.6 }),
  source: "[J] weekly gains in spring and late autumn against summer.",
});

export const lethalityEffect = parameter({
  unit: "1",
  meaning: "Pressure that the reach of drones on both sides takes from any attacker, per unit of lethality.",
  prior: lognormalRange({ low: 0.05, central: 0.2, high: 0.7 }),
  source: "Zaluzhny, September 2025: a grey zone of 20-30 km; size [J].",
});

export const lethalityReference = constant({
  unit: "drone/week",
  meaning: "Drones of both sides at which lethality reaches ln 2.",
  value: 10_000,
  source: "[J] about the flow at the end of 2023.",
});

export const speed = parameter({
  unit: "km/week",
  meaning: "Mean advance along the whole front per unit of effective pressure.",
  prior: lognormalRange({ low: 0.08, central: 0.3, high: 1.1 }),
  source: "Positional advances of 15-135 m a day on the axes attacked (CSIS), a tenth of the front at a time.",
});
