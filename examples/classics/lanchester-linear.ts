/**
 * 2. Lanchester's linear law: fire at an area, or duels one against one.
 *
 * A shell that falls among twice as many men hits twice as many: a side loses in proportion to the product of both
 * numbers. dB/dt = -r B R, dR/dt = -b B R. Then b B - r R does not change: numbers count once, not by their square.
 *
 * Source: Lanchester (1916), ch. V. Reproduced: the closed form and the invariant (derived below; no printed table).
 * Ours: the stepping, which for this law keeps the invariant exactly, whatever the step.
 *
 * What to learn here: index sets. The equations are written once, `over: [side]`, and `.of(opponent)` reads the enemy's.
 */
import { balance, f, flow, indexSet, lognormal, mapping, model, output, parameter, stock } from "@logjam/lang";
import { runModel } from "./support/run-model.ts";
import { printIfStarted } from "./support/script.ts";
import { textTable } from "./support/text-table.ts";

export const side = indexSet("side", ["blue", "red"]);
export const opponent = mapping("opponent", side, { blue: "red", red: "blue" });

const source = "A textbook case; the prior only says which sizes are usual.";

export const initialTroops = parameter({
  over: [side],
  unit: "person",
  meaning: "Soldiers at the start.",
  prior: lognormal({ median: 100, p95: 1000 }),
  source,
});
export const lethality = parameter({
  over: [side],
  unit: "1/(person*day)",
  meaning: "Share of the enemy that one soldier of this side puts out of action in a day.",
  prior: lognormal({ median: 0.0002, p95: 0.001 }),
  source,
});
export const daysPerStep = parameter({
  unit: "day/week",
  meaning: "Days that pass in one step of the clock.",
  prior: lognormal({ median: 0.1, p95: 1 }),
  source: "Chosen by whoever runs the model.",
});

export const troops = stock({
  over: [side],
  unit: "person",
  meaning: "Soldiers still fighting.",
  initial: f`${initialTroops}`,
});
export const losses = flow({
  over: [side],
  unit: "person/week",
  meaning: "Soldiers put out of action per step.",
  formula: f`${lethality.of(opponent)} * ${troops.of(opponent)} * ${troops} * ${daysPerStep}`,
});
export const troopsChange = balance(troops, f`-${losses}`);

export const left = output({ over: [side], unit: "person", meaning: "Soldiers still fighting.", formula: troops });
export const fightingStrength = output({
  unit: "1/day",
  meaning: "Blue's fighting strength less Red's: what the linear law keeps constant.",
  formula: f`${lethality.at("blue")} * ${troops.at("blue")} - ${lethality.at("red")} * ${troops.at("red")}`,
});

export const lanchesterLinear = model(
  "lanchester-linear",
  {
    battle: { initialTroops, lethality, daysPerStep, troops },
    losses: { losses, troopsChange },
    results: { left, fightingStrength },
  },
  { meaning: "Area fire: each side loses in proportion to the product of both numbers.", units: { day: "days" } },
);

/** A battle of the linear law: soldiers, and shares of the enemy put out of action per soldier and day. */
export interface LinearBattle {
  readonly blue: number;
  readonly red: number;
  readonly blueLethality: number;
  readonly redLethality: number;
}

/**
 * The solution at time t, in days. With x = b B and y = r R, x' = y' = -x y, so x - y = D stays and x' = D x - x^2,
 * the logistic equation: x = D / (1 - (y0 / x0) exp(-D t)), or x0 / (1 + x0 t) when D = 0.
 */
export function linearLawAt(battle: LinearBattle, t: number): { blue: number; red: number } {
  const x0 = battle.blueLethality * battle.blue;
  const y0 = battle.redLethality * battle.red;
  const difference = x0 - y0;
  const x = difference === 0 ? x0 / (1 + x0 * t) : difference / (1 - (y0 / x0) * Math.exp(-difference * t));
  return { blue: x / battle.blueLethality, red: (x - difference) / battle.redLethality };
}

/** 100 against 80 of equal skill under area fire, by the model and by the closed form. */
export function table(): string {
  const battle: LinearBattle = { blue: 100, red: 80, blueLethality: 0.0002, redLethality: 0.0002 };
  const run = runModel(lanchesterLinear, {
    steps: 200 * 10 + 1,
    parameters: {
      "battle.initialTroops[blue]": battle.blue,
      "battle.initialTroops[red]": battle.red,
      "battle.lethality[blue]": battle.blueLethality,
      "battle.lethality[red]": battle.redLethality,
      "battle.daysPerStep": 0.1,
    },
  });
  const rows = [0, 20, 50, 100, 200].map((t) => {
    const exact = linearLawAt(battle, t);
    const at = (name: string) => run.at(`results.left[${name}]`, t * 10);
    return [`${t}`, at("blue"), exact.blue, at("red"), exact.red];
  });
  return `${textTable(["day", "Blue", "closed form", "Red", "closed form"], rows)}
The difference of 20 never changes: under area fire the larger side keeps its lead, but does not multiply it.\n`;
}

printIfStarted(import.meta.url, table);
