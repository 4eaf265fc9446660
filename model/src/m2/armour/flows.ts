/** Vehicles are lost to fires, the more so in the assault; storage, industry and aid replace them. */
import { auxiliary, balance, f, flow, lognormalRange, parameter } from "@logjam/lang";
import { assaultCost, firesExponent, referenceFires } from "../../m1/manpower/casualty-parameters.ts";
import { recipient } from "../../m1/recipe/recipient.ts";
import { opponent, sector, side } from "../../sets.ts";
import { delivered } from "../coalition/delivery.ts";
import { firepower } from "../fires/firepower.ts";
import { share } from "../front/effort.ts";
import { assault } from "../front/pressure.ts";
import { tempo } from "../manpower/casualties.ts";
import { armour, initialArmour, storage } from "./armour.ts";

export const armourLossRate = parameter({
  over: [side],
  unit: "1/week",
  meaning: "Share of its vehicles that a side loses a week in defence, under reference fires.",
  prior: {
    ua: lognormalRange({ low: 0.002, central: 0.005, high: 0.012 }),
    ru: lognormalRange({ low: 0.002, central: 0.005, high: 0.012 }),
  },
  source: "Oryx: 60-100 Russian tanks a month, two to three times as many other vehicles, of several thousand.",
});

export const newBuild = parameter({
  over: [side],
  unit: "vehicle/week",
  meaning: "Vehicles newly built a week.",
  prior: {
    ua: lognormalRange({ low: 1, central: 3, high: 8 }),
    ru: lognormalRange({ low: 8, central: 16, high: 30 }),
  },
  source: "[J] 10-30 new Russian tanks a month, and a few times as many lighter vehicles.",
});

export const withdrawalRate = parameter({
  unit: "1/week",
  meaning: "Share of storage that can be made ready in a week.",
  prior: lognormalRange({ low: 0.003, central: 0.006, high: 0.012 }),
  source: "25-40 % of the Russian reserve was taken out by March 2024 (ISW).",
});

export const pricePerVehicle = parameter({
  unit: "EUR/vehicle",
  meaning: "Aid in armour per vehicle delivered.",
  prior: lognormalRange({ low: 1.5e6, central: 3.5e6, high: 8e6 }),
  source: "Kiel, weapons table: EUR 0.5-9 million by type.",
});

export const exposure = auxiliary({
  over: [side],
  unit: "1",
  meaning: "How hard a side attacks where its effort is.",
  formula: f`sum(${share} * ${assault} over ${sector})`,
});

export const armourLost = flow({
  over: [side],
  unit: "vehicle/week",
  meaning: "Vehicles lost.",
  formula: f`${armour} * min(0.2 / timeStep, ${armourLossRate} * ${tempo} * (1 + ${assaultCost} * ${exposure})
           * (${firepower.of(opponent)} / ${referenceFires}) ^ ${firesExponent})`,
});

export const madeReady = flow({
  over: [side],
  unit: "vehicle/week",
  meaning: "Vehicles made ready out of storage, as long as fewer are in the field than at the start.",
  formula: f`${withdrawalRate} * ${storage} * gate(${initialArmour} - ${armour}, 0, 0.1 * ${initialArmour})`,
});

export const armourGiven = flow({
  over: [side],
  unit: "vehicle/week",
  meaning: "Vehicles that come as aid.",
  formula: f`${recipient} * ${delivered.at({ kind: "armour" })} / ${pricePerVehicle}`,
});

export const armourChange = balance(armour, f`${newBuild} + ${madeReady} + ${armourGiven} - ${armourLost}`);
export const storageChange = balance(storage, f`-${madeReady}`);
