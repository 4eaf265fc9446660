/** Why a line moves, sector by sector: M1's pressure, with quality, technical edge and the ground of the sector. */
import { auxiliary, f, flow, lognormalRange, parameter } from "@logjam/lang";
import { droneOutput } from "../../m1/fires/drones.ts";
import { direction } from "../../m1/front/line-parameters.ts";
import {
  baseline,
  firesEdge,
  lethalityEffect,
  lethalityReference,
  mudEffect,
  obstacleEffect,
  speed,
  strengthEdge,
} from "../../m1/front/pressure-parameters.ts";
import { breaching } from "../../m1/recipe/effects.ts";
import { opponent, sector, side } from "../../sets.ts";
import { readiness } from "../armour/armour.ts";
import { logFires } from "../fires/firepower.ts";
import { mud } from "../history.ts";
import { edgeLayer, qualityLayer } from "../layers.ts";
import { logForce } from "../manpower/front.ts";
import { quality } from "../manpower/quality.ts";
import { edge } from "../technology/edge.ts";
import { ground, length } from "./geometry.ts";
import { initiative } from "./initiative-stock.ts";
import { obstacles } from "./obstacles.ts";

export { direction } from "../../m1/front/line-parameters.ts";
export {
  baseline,
  firesEdge,
  lethalityEffect,
  lethalityReference,
  mudEffect,
  obstacleEffect,
  speed,
  strengthEdge,
} from "../../m1/front/pressure-parameters.ts";

export const qualityEffect = parameter({
  unit: "1",
  meaning: "Effect of a gap in troops' quality on pressure: from all green to all seasoned.",
  prior: lognormalRange({ low: 0.3, central: 1, high: 3 }),
  source: "[J] Biddle: prepared and permissive defenders part the outcomes more than technology does.",
});

export const edgeEffect = parameter({
  unit: "1",
  meaning: "Effect of the technical edge on pressure, per unit of edge.",
  prior: lognormalRange({ low: 0.1, central: 0.3, high: 0.9 }),
  source: "[J] an edge opens a window of weeks to months.",
});

export const lethality = auxiliary({
  unit: "1",
  meaning: "How far the ground on both sides is watched and struck: the common cost of massing.",
  formula: f`log(1 + sum(${droneOutput} over ${side}) / ${lethalityReference})`,
});

/** What is the same for all sectors is taken together first. */
export const advantage = auxiliary({
  over: [side],
  unit: "1",
  meaning: "What a side's quality, edge and kit add to its pressure in every sector.",
  formula: f`${qualityLayer} * ${qualityEffect} * (${quality} - ${quality.of(opponent)})
           + ${edgeLayer} * ${edgeEffect} * (${edge} - ${edge.of(opponent)})
           + ${strengthEdge} * log(${readiness} / ${readiness.of(opponent)})
           + ${baseline} - ${mudEffect} * ${mud} - ${lethalityEffect} * ${lethality}`,
});

export const pressure = auxiliary({
  over: [side, sector],
  unit: "1",
  meaning: "A side's net pressure to advance in a sector.",
  formula: f`${advantage} + ${ground} + ${firesEdge} * (${logFires} - ${logFires.of(opponent)})
           + ${strengthEdge} * (${logForce} - ${logForce.of(opponent)})
           - ${obstacleEffect} * ${obstacles.of(opponent)} * (1 - ${breaching}) + ${direction} * ${initiative}`,
});

export const positionalGain = flow({
  over: [side, sector],
  unit: "km^2/week",
  meaning: "Ground that a side would take in positional fighting.",
  formula: f`${speed} * ${length} * softplus(${pressure})`,
});

export const assault = auxiliary({
  over: [side, sector],
  unit: "1",
  meaning: "How hard a side attacks in a sector: the more, the more its pressure promises.",
  formula: f`gate(${pressure}, -1.5, 0.7)`,
});
