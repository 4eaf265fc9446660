/** Why a line moves: the attacker's edge in fires and in strength, against works, mud and the reach of drones. */
import { auxiliary, constant, f, flow, lognormalRange, normal, parameter } from "@logjam/lang";
import { opponent, side } from "../../sets.ts";
import { readiness } from "../coalition/kit.ts";
import { droneOutput } from "../fires/drones.ts";
import { firepower } from "../fires/firepower.ts";
import { mud } from "../history.ts";
import { force } from "../manpower/force.ts";
import { breaching } from "../recipe/effects.ts";
import { frontage } from "./geometry.ts";
import { obstacles } from "./obstacles.ts";

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

export const lethality = auxiliary({
  unit: "1",
  meaning: "How far the ground on both sides is watched and struck: the common cost of massing.",
  formula: f`log(1 + (${droneOutput.at("ua")} + ${droneOutput.at("ru")}) / ${lethalityReference})`,
});

export const strength = auxiliary({
  over: [side],
  unit: "person",
  meaning: "Fighting strength: soldiers, weighted by their kit.",
  formula: f`${force} * ${readiness}`,
});

export const pressure = auxiliary({
  over: [side],
  unit: "1",
  meaning: "A side's net pressure to advance.",
  formula: f`${baseline} + ${firesEdge} * log(${firepower} / ${firepower.of(opponent)})
           + ${strengthEdge} * log(${strength} / ${strength.of(opponent)})
           - ${obstacleEffect} * ${obstacles.of(opponent)} * (1 - ${breaching})
           - ${mudEffect} * ${mud} - ${lethalityEffect} * ${lethality}`,
});

export const speed = parameter({
  unit: "km/week",
  meaning: "Mean advance along the whole front per unit of effective pressure.",
  prior: lognormalRange({ low: 0.08, central: 0.3, high: 1.1 }),
  source: "Positional advances of 15-135 m a day on the axes attacked (CSIS), a tenth of the front at a time.",
});

export const gain = flow({
  over: [side],
  unit: "km^2/week",
  meaning: "Ground that a side would take from the other.",
  formula: f`${speed} * ${frontage} * softplus(${pressure})`,
});

export const assault = auxiliary({
  over: [side],
  unit: "1",
  meaning: "How hard a side attacks: the more, the more its pressure promises.",
  formula: f`gate(${pressure}, -1.5, 0.7)`,
});
