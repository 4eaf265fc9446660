/**
 * 1. Lanchester's square law: aimed fire.
 *
 * Every soldier fires at a soldier he sees, so a side loses in proportion to the *number of its enemies*:
 * dB/dt = -r R, dR/dt = -b B. Then b B^2 - r R^2 does not change, and numbers count by their square: that is the law's
 * name and its lesson.
 *
 * Source: F. W. Lanchester, *Aircraft in Warfare* (1916), ch. V. Reproduced: the closed form (states, survivors, time)
 * of three textbook cases. Ours: the stepping. The language moves by whole steps of its clock, so the result differs
 * from the differential equations by an error that is proportional to the step; the test measures that order.
 *
 * What to learn here: parameter, stock, flow, balance, output, outcome, units, and how to run a model.
 */
import { balance, f, flow, lognormal, model, outcome, output, parameter, stock } from "@logjam/lang";
import { runModel } from "./support/run-model.ts";
import { printIfStarted } from "./support/script.ts";
import { textTable } from "./support/text-table.ts";

const source = "A textbook case; the prior only says which sizes are usual.";

export const initialBlue = parameter({
  unit: "person",
  meaning: "Blue soldiers at the start.",
  prior: lognormal({ median: 100, p95: 1000 }),
  source,
});
export const initialRed = parameter({
  unit: "person",
  meaning: "Red soldiers at the start.",
  prior: lognormal({ median: 100, p95: 1000 }),
  source,
});
export const blueFire = parameter({
  unit: "1/day",
  meaning: "Red soldiers that one Blue soldier puts out of action in a day.",
  prior: lognormal({ median: 0.02, p95: 0.05 }),
  source,
});
export const redFire = parameter({
  unit: "1/day",
  meaning: "Blue soldiers that one Red soldier puts out of action in a day.",
  prior: lognormal({ median: 0.02, p95: 0.05 }),
  source,
});

/** The clock of the language ticks in steps that it calls weeks. Here a tick stands for as many days as we say. */
export const daysPerStep = parameter({
  unit: "day/week",
  meaning: "Days that pass in one step of the clock: the fineness of the calculation.",
  prior: lognormal({ median: 0.1, p95: 1 }),
  source: "Chosen by whoever runs the model.",
});

export const blue = stock({ unit: "person", meaning: "Blue soldiers still fighting.", initial: f`${initialBlue}` });
export const red = stock({ unit: "person", meaning: "Red soldiers still fighting.", initial: f`${initialRed}` });

/** The smaller of what the enemy's fire does and of what is left: nobody falls twice. */
export const blueLosses = flow({
  unit: "person/week",
  meaning: "Blue soldiers put out of action per step.",
  formula: f`min(${redFire} * ${red} * ${daysPerStep}, ${blue} / timeStep)`,
});
export const redLosses = flow({
  unit: "person/week",
  meaning: "Red soldiers put out of action per step.",
  formula: f`min(${blueFire} * ${blue} * ${daysPerStep}, ${red} / timeStep)`,
});

export const blueChange = balance(blue, f`-${blueLosses}`);
export const redChange = balance(red, f`-${redLosses}`);

export const day = output({ unit: "day", meaning: "Days since the start.", formula: f`time * ${daysPerStep}` });
export const blueLeft = output({ unit: "person", meaning: "Blue soldiers still fighting.", formula: blue });
export const redLeft = output({ unit: "person", meaning: "Red soldiers still fighting.", formula: red });
export const fightingStrength = output({
  unit: "person^2/day",
  meaning: "Blue's fighting strength less Red's: what the square law keeps constant.",
  formula: f`${blueFire} * ${blue}^2 - ${redFire} * ${red}^2`,
});
export const blueWins = outcome({
  title: "Blue wins",
  meaning: "No Red soldier is left, and some Blue soldiers are.",
  formula: f`${red} <= 0 and ${blue} > 0`,
  favours: "blue",
});

export const lanchesterSquare = model(
  "lanchester-square",
  {
    battle: { initialBlue, initialRed, blueFire, redFire, daysPerStep, blue, red },
    losses: { blueLosses, redLosses, blueChange, redChange },
    results: { day, blueLeft, redLeft, fightingStrength, blueWins },
  },
  { meaning: "Aimed fire: each side loses in proportion to its enemy's numbers.", units: { day: "days" } },
);

/** A battle of the square law: soldiers, and enemy soldiers put out of action per soldier and day. */
export interface SquareBattle {
  readonly blue: number;
  readonly red: number;
  readonly blueFire: number;
  readonly redFire: number;
}

/**
 * The solution of the differential equations at time t, in days, while both sides last:
 * B(t) = B0 cosh(kt) - R0 sqrt(r/b) sinh(kt) with k = sqrt(b r), and the same for R with sides exchanged.
 */
export function squareLawAt(battle: SquareBattle, t: number): { blue: number; red: number } {
  const { blue: b0, red: r0, blueFire: b, redFire: r } = battle;
  const k = Math.sqrt(b * r);
  const [cosh, sinh] = [Math.cosh(k * t), Math.sinh(k * t)];
  return { blue: b0 * cosh - r0 * Math.sqrt(r / b) * sinh, red: r0 * cosh - b0 * Math.sqrt(b / r) * sinh };
}

/**
 * Who wins, with how many survivors, and after how many days. The winner's survivors follow from the invariant; the
 * loser is at zero when tanh(kt) = (loser's / winner's fighting strength)^(1/2). A draw lasts for ever.
 */
export function squareLawEnd(battle: SquareBattle): { winner: "blue" | "red"; survivors: number; time: number } {
  const { blue: b0, red: r0, blueFire: b, redFire: r } = battle;
  const difference = b * b0 * b0 - r * r0 * r0;
  const blueWon = difference > 0;
  const ratio = blueWon ? (r0 / b0) * Math.sqrt(r / b) : (b0 / r0) * Math.sqrt(b / r);
  return {
    winner: blueWon ? "blue" : "red",
    survivors: Math.sqrt(Math.abs(difference) / (blueWon ? b : r)),
    time: Math.atanh(ratio) / Math.sqrt(b * r),
  };
}

/** 100 against 80 of equal skill, by the model at three step sizes (one member each) and by the closed form. */
export function table(): string {
  const battle: SquareBattle = { blue: 100, red: 80, blueFire: 0.02, redFire: 0.02 };
  const stepsPerDay = [1, 10, 100];
  const run = runModel(lanchesterSquare, {
    steps: 20 * 100 + 1,
    members: stepsPerDay.length,
    parameters: {
      "battle.initialBlue": battle.blue,
      "battle.initialRed": battle.red,
      "battle.blueFire": battle.blueFire,
      "battle.redFire": battle.redFire,
      "battle.daysPerStep": stepsPerDay.map((perDay) => 1 / perDay),
    },
  });
  const rows = [0, 5, 10, 20].map((t) => [
    `${t}`,
    ...stepsPerDay.map((perDay, member) => run.at("results.redLeft", t * perDay, member)),
    squareLawAt(battle, t).red,
  ]);
  const end = squareLawEnd(battle);
  return `${textTable(["day", "1 step/day", "10 steps/day", "100 steps/day", "closed form"], rows, 4)}
Red soldiers left of 80, against 100 Blue ones of equal skill.
Blue wins on day ${end.time.toFixed(2)} with ${end.survivors.toFixed(0)} left: 100^2 - 80^2 = 60^2.\n`;
}

printIfStarted(import.meta.url, table);
