/** Why a line moves: the attacker's edge in fires and in strength, against works, mud and the reach of drones. */
import { auxiliary, f, flow } from "@logjam/lang";
import { opponent, side } from "../../sets.ts";
import { readiness } from "../coalition/kit.ts";
import { droneOutput } from "../fires/drones.ts";
import { firepower } from "../fires/firepower.ts";
import { oneRound } from "../fires/firepower-parameters.ts";
import { mud } from "../history.ts";
import { onePerson } from "../manpower/casualty-parameters.ts";
import { force } from "../manpower/force.ts";
import { breaching } from "../recipe/effects.ts";
import { frontage } from "./geometry.ts";
import { initiative } from "./initiative-stock.ts";
import { direction } from "./line-parameters.ts";
import { obstacles } from "./obstacles.ts";
import {
  baseline,
  firesEdge,
  lethalityEffect,
  lethalityReference,
  mudEffect,
  obstacleEffect,
  speed,
  strengthEdge,
} from "./pressure-parameters.ts";

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
  formula: f`${baseline} + ${firesEdge} * log((${firepower} + ${oneRound}) / (${firepower.of(opponent)} + ${oneRound}))
           + ${strengthEdge} * log((${strength} + ${onePerson}) / (${strength.of(opponent)} + ${onePerson}))
           - ${obstacleEffect} * ${obstacles.of(opponent)} * (1 - ${breaching})
           - ${mudEffect} * ${mud} - ${lethalityEffect} * ${lethality} + ${direction} * ${initiative}`,
});

export const gain = flow({
  over: [side],
  unit: "km^2/week",
  meaning: "Ground that a side would take from the other.",
  formula: f`${speed} * ${frontage} * softplus(${pressure})`,
});

export const expectedChange = flow({
  unit: "km^2/week",
  meaning: "Expected change of the area that Russia holds: Russia's gain less Ukraine's.",
  formula: f`${gain.at("ru")} - ${gain.at("ua")}`,
});

export const assault = auxiliary({
  over: [side],
  unit: "1",
  meaning: "How hard a side attacks: the more, the more its pressure promises.",
  formula: f`gate(${pressure}, -1.5, 0.7)`,
});
