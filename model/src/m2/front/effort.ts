/**
 * Main effort: each side weighs the sectors, shifts its weight at random and slowly, and answers where the other one
 * presses. No plan is modelled; the weights only say where forces and fires are.
 */
import { assign, auxiliary, constant, f, lognormalRange, noise, parameter, stock } from "@logjam/lang";
import { opponent, sector, side } from "../../sets.ts";
import { effortLayer } from "../layers.ts";
import { lengthShare } from "./geometry.ts";

export const initialEmphasis = constant({
  over: [side, sector],
  unit: "1",
  meaning: "Logarithm of a sector's weight, against its length, on 5 December 2022.",
  value: {
    ua: {
      north: -1.2,
      kharkiv: 0,
      luhansk: 0.3,
      "donetsk-north": 0.2,
      "donetsk-centre": 0.8,
      "donetsk-south": 0.4,
      zaporizhzhia: 0.1,
      kherson: -0.8,
    },
    ru: {
      north: -1.5,
      kharkiv: -0.2,
      luhansk: 0.4,
      "donetsk-north": 0.2,
      "donetsk-centre": 0.9,
      "donetsk-south": 0.4,
      zaporizhzhia: 0.1,
      kherson: -0.9,
    },
  },
  source: "[J] Bakhmut and Avdiivka were the main effort that winter.",
});

export const steadiness = constant({
  unit: "1",
  meaning: "Share of a sector's emphasis that is kept from week to week.",
  value: 0.985,
  source: "[J] main efforts last for months: half of one fades within 46 weeks.",
});

export const following = parameter({
  unit: "1",
  meaning: "Share of the gap to the opponent's emphasis that a side closes in a week.",
  prior: lognormalRange({ low: 0.02, central: 0.05, high: 0.12 }),
  source: "[J] reserves answer an attack within weeks.",
});

export const wandering = parameter({
  unit: "1",
  meaning: "Weekly shock to the logarithm of a sector's weight.",
  prior: lognormalRange({ low: 0.03, central: 0.07, high: 0.15 }),
  source: "[J] so that the main effort moves once or twice a year.",
});

export const emphasisShock = noise({
  over: [side, sector],
  stream: "front/emphasis",
  kind: "normal",
  meaning: "Weekly shock to a sector's weight.",
});

export const emphasis = stock({
  over: [side, sector],
  unit: "1",
  meaning: "Logarithm of a sector's weight in a side's effort, against its length.",
  initial: f`${initialEmphasis}`,
});

export const emphasisNext = assign(
  emphasis,
  f`${steadiness} * ${emphasis} + ${following} * (${emphasis.of(opponent)} - ${emphasis})
  + ${wandering} * ${emphasisShock}`,
);

export const weight = auxiliary({
  over: [side, sector],
  unit: "1",
  meaning: "A sector's weight before all weights are made to add up to 1.",
  formula: f`${lengthShare} * exp(${effortLayer} * ${emphasis})`,
});

export const share = auxiliary({
  over: [side, sector],
  unit: "1",
  meaning: "Share of a side's forces and fires that a sector is meant to have.",
  formula: f`${weight} / sum(${weight} over ${sector})`,
});
