/** Recruits against money and will: bonuses rise when the force falls short, and money sets the limit. */
import { auxiliary, f, flow, logitNormal, lognormalRange, parameter } from "@logjam/lang";
import { initialForce } from "../../m1/manpower/force.ts";
import { baseIntake } from "../../m1/manpower/intake-parameters.ts";
import { reserveGain } from "../../m1/recipe/effects.ts";
import { side } from "../../sets.ts";
import { dismay, dismayEffect } from "../coalition/signals.ts";
import { moraleLayer } from "../layers.ts";
import { frontTotal } from "../manpower/front.ts";
import { funds, initialFunds } from "./state.ts";

export { baseIntake } from "../../m1/manpower/intake-parameters.ts";

export const supplyElasticity = parameter({
  over: [side],
  unit: "1",
  meaning: "Elasticity of recruits to the bonus that is paid.",
  prior: {
    ua: lognormalRange({ low: 0.05, central: 0.15, high: 0.4 }),
    ru: lognormalRange({ low: 0.3, central: 0.7, high: 1.2 }),
  },
  source: "[J] rising Russian sign-on bonuses imply a positive supply price; Ukraine recruits by law more than by pay.",
});

export const bonusResponse = parameter({
  unit: "1",
  meaning: "How steeply bonuses rise as the front falls short of its first strength.",
  prior: lognormalRange({ low: 0.5, central: 1.5, high: 4 }),
  source: "[J] Russian bonuses multiplied in 2023-25.",
});

export const bonus = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Bonus paid to recruits, against that of 5 December 2022.",
  formula: f`exp(min(2, ${bonusResponse} * max(0, 1 - ${frontTotal} / ${initialForce})))`,
});

export const room = auxiliary({
  over: [side],
  unit: "1",
  meaning: "Fiscal room: near 1 while liquid means last, falling to 0 as they run out.",
  formula: f`gate(${funds}, 0.15 * ${initialFunds}, 0.05 * ${initialFunds})`,
});

export const paidShare = parameter({
  unit: "1",
  meaning: "Share of recruits who come for pay, and stay away when the money ends.",
  prior: logitNormal({ median: 0.6, p95: 0.85 }),
  source: "[J] Russian intake rests on contracts and bonuses.",
});

export const intake = flow({
  over: [side],
  unit: "person/week",
  meaning: "Recruits who enter training.",
  formula: f`${baseIntake} * (1 + ${reserveGain}) * ${bonus} ^ ${supplyElasticity} * (1 - ${paidShare} * (1 - ${room}))
           * max(0, 1 - ${moraleLayer} * ${dismayEffect} * ${dismay})`,
});
