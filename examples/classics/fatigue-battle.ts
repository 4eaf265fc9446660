/**
 * 9. One battle under four laws (the model behind example 10).
 *
 * In each step both sides lose by one of four laws: linear (in proportion to both numbers), square (to the enemy's),
 * logarithmic (to the own), or fatigue: logarithmic, but ever less as the battle wears on, divided by ln(e + step). Red's
 * losses come to 100 men a step at most; Blue's are the same times a `powerRatio`. The battle stops when either side has
 * lost what it lost in history, so what a law can be wrong about is the *ratio* of losses.
 *
 * Source: X. Rubio-Campillo, "Model selection in historical research using approximate Bayesian computation", *PLOS ONE*
 * 11(1) (2016) e0146491. Ours: here men are not rounded to whole men, as they are there and in example 10.
 *
 * What to learn here: an index set of *laws*, so that rival models run side by side on the same battle, and the clock.
 */
import {
  assign,
  auxiliary,
  constant,
  f,
  flow,
  indexSet,
  lognormal,
  model,
  output,
  parameter,
  stock,
} from "@logjam/lang";
import { runModel } from "./support/run-model.ts";
import { printIfStarted } from "./support/script.ts";
import { textTable } from "./support/text-table.ts";

const source = "Rubio-Campillo (2016).";

export const LAWS = ["linear", "square", "logarithmic", "fatigue"] as const;
export type Law = (typeof LAWS)[number];
export const law = indexSet("law", LAWS);

const given = (meaning: string) =>
  parameter({
    unit: "person",
    meaning,
    prior: lognormal({ median: 15000, p95: 80000 }),
    source: "Known for each battle; the prior spans most of the 1,079 battles.",
  });
export const redStrength = given("Red soldiers when the battle begins.");
export const blueStrength = given("Blue soldiers when the battle begins.");
export const redHistorical = given("Red's casualties in history.");
export const blueHistorical = given("Blue's casualties in history.");
export const powerRatio = parameter({
  unit: "1",
  meaning: "Fighting power of a Red soldier relative to that of a Blue one.",
  prior: lognormal({ median: 2, p95: 5 }),
  source,
});
export const salvo = constant({
  unit: "person/week",
  meaning: "Red's largest loss in a step.",
  value: 100,
  source,
});

const weight = (meaning: string, value: Record<Law, number>) =>
  constant({ over: [law], unit: "1", meaning, value, source: "By definition of the laws." });
export const byBoth = weight("1 where losses go with both numbers.", {
  linear: 1,
  square: 0,
  logarithmic: 0,
  fatigue: 0,
});
export const byEnemy = weight("1 where losses go with the enemy's number.", {
  linear: 0,
  square: 1,
  logarithmic: 0,
  fatigue: 0,
});
export const byOwn = weight("1 where losses go with the own number.", {
  linear: 0,
  square: 0,
  logarithmic: 1,
  fatigue: 1,
});
export const tires = weight("1 where soldiers tire.", { linear: 0, square: 0, logarithmic: 0, fatigue: 1 });
export const euler = constant({
  unit: "1",
  meaning: "The base of natural logarithms.",
  value: Math.E,
  source: "Euler.",
});

export const red = stock({ over: [law], unit: "person", meaning: "Red soldiers left.", initial: f`${redStrength}` });
export const blue = stock({ over: [law], unit: "person", meaning: "Blue soldiers left.", initial: f`${blueStrength}` });

export const larger = auxiliary({
  unit: "person",
  meaning: "The larger army at the start.",
  formula: f`max(${redStrength}, ${blueStrength})`,
});
export const vigour = auxiliary({
  over: [law],
  unit: "1",
  meaning: "How hard a side still fights: 1 in the first step, less later where soldiers tire.",
  formula: f`1 / log(${euler} + ${tires} * time / timeStep)`,
});
export const together = auxiliary({
  over: [law],
  unit: "1",
  meaning: "The linear law's share: both numbers relative to the start.",
  formula: f`${byBoth} * ${red} / ${redStrength} * ${blue} / ${blueStrength}`,
});
export const redLosses = flow({
  over: [law],
  unit: "person/week",
  meaning: "Red's losses in the step.",
  formula: f`${salvo} * ${vigour} * (${together} + (${byEnemy} * ${blue} + ${byOwn} * ${red}) / ${larger})`,
});
export const blueLosses = flow({
  over: [law],
  unit: "person/week",
  meaning: "Blue's losses in the step.",
  formula: f`${salvo} * ${powerRatio} * ${vigour}
    * (${together} + (${byEnemy} * ${red} + ${byOwn} * ${blue}) / ${larger})`,
});
export const fighting = auxiliary({
  over: [law],
  unit: "1",
  meaning: "1 until either side has lost what it lost in history.",
  formula: f`${red} > ${redStrength} - ${redHistorical} and ${blue} > ${blueStrength} - ${blueHistorical}`,
});
export const redNext = assign(red, f`if(${fighting}, ${red} - ${redLosses} * timeStep, ${red})`);
export const blueNext = assign(blue, f`if(${fighting}, ${blue} - ${blueLosses} * timeStep, ${blue})`);

export const redLost = output({
  over: [law],
  unit: "person",
  meaning: "Red's losses so far.",
  formula: f`${redStrength} - ${red}`,
});
export const blueLost = output({
  over: [law],
  unit: "person",
  meaning: "Blue's losses so far.",
  formula: f`${blueStrength} - ${blue}`,
});

export const fatigueBattle = model(
  "fatigue-battle",
  {
    battle: { redStrength, blueStrength, redHistorical, blueHistorical, powerRatio, salvo, larger },
    laws: { byBoth, byEnemy, byOwn, tires, euler, vigour, together },
    course: { red, blue, redLosses, blueLosses, fighting, redNext, blueNext },
    results: { redLost, blueLost },
  },
  { meaning: "One battle under four laws at once." },
);

/** What each law makes of one invented battle. */
export function table(): string {
  const run = runModel(fatigueBattle, {
    steps: 400,
    parameters: {
      "battle.redStrength": 20000,
      "battle.blueStrength": 12000,
      "battle.redHistorical": 2500,
      "battle.blueHistorical": 4000,
      "battle.powerRatio": 2,
    },
  });
  const rows = LAWS.map((name) => {
    const [red, blue] = [run.at(`results.redLost[${name}]`, 399), run.at(`results.blueLost[${name}]`, 399)];
    const steps = run.track(`results.redLost[${name}]`).indexOf(red);
    return [name, Math.round(red), Math.round(blue), blue / red, steps];
  });
  return `${textTable(["law", "Red lost", "Blue lost", "ratio", "steps"], rows, 2)}
20,000 against 12,000, power ratio 2; in history Red lost 2,500 and Blue 4,000.\n`;
}

printIfStarted(import.meta.url, table);
