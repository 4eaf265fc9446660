/** The eight sectors: how long, how passable, how much was held at the start. */
import { auxiliary, constant, f, normal, parameter, series } from "@logjam/lang";
import { sector } from "../../sets.ts";

export { crimea } from "../../m1/front/geometry.ts";

export const length = constant({
  over: [sector],
  unit: "km",
  meaning: "Length of the front in a sector.",
  value: {
    north: 150,
    kharkiv: 110,
    luhansk: 120,
    "donetsk-north": 90,
    "donetsk-centre": 110,
    "donetsk-south": 120,
    zaporizhzhia: 150,
    kherson: 200,
  },
  source: "[J] read off the map of December 2022; together 1,050 km as in the press (AP, February 2024).",
});

export const frontage = auxiliary({
  unit: "km",
  meaning: "Length of the whole front.",
  formula: f`sum(${length} over ${sector})`,
});

export const lengthShare = auxiliary({
  over: [sector],
  unit: "1",
  meaning: "A sector's share of the front.",
  formula: f`${length} / ${frontage}`,
});

export const ground = parameter({
  over: [sector],
  unit: "1",
  meaning: "How the ground of a sector helps an attacker, against the mean: below 0 it hinders.",
  prior: {
    north: normal({ mean: -1.5, sd: 0.6 }),
    kharkiv: normal({ mean: -0.3, sd: 0.5 }),
    luhansk: normal({ mean: -0.2, sd: 0.5 }),
    "donetsk-north": normal({ mean: -0.1, sd: 0.5 }),
    "donetsk-centre": normal({ mean: 0.1, sd: 0.5 }),
    "donetsk-south": normal({ mean: 0.1, sd: 0.5 }),
    zaporizhzhia: normal({ mean: 0, sd: 0.5 }),
    kherson: normal({ mean: -2, sd: 0.6 }),
  },
  source: "[J] the Dnipro and the state border hinder; towns and belts elsewhere differ by less.",
});

export const initialArea = series({
  over: [sector],
  unit: "km^2",
  meaning: "Area that Russia held in a sector on 5 December 2022.",
  source: "DeepState, weekly area by sector (data/area-weekly.csv).",
  gap: "error",
});
