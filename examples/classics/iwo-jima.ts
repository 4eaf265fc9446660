/**
 * 4. Engel's Iwo Jima: Lanchester's square law with landings.
 *
 * Marines land in three waves; the defenders get nobody. M' = P(t) - A N, N' = -B M. Engel (1954) found that two
 * constants follow the American strength day by day for five weeks: the best-known success of a Lanchester law.
 *
 * Source: J. H. Engel, "A verification of Lanchester's law", *Operations Research* 2 (1954) 163-171; landings and the
 * constants A = 0.0544, B = 0.0106 as restated in github.com/antononcube/SystemModeling. Reproduced: the reference
 * simulation with 1,000 steps a day, to the last printed soldier. Ours: the floor under the defenders, and the solution
 * for end points by Newton's method. Not reproduced: that repository's fitted pair, see `fitEndPoints`.
 *
 * What to learn here: series (data from outside, one value per step), constants by element, and reading a run by time.
 */
import { balance, constant, f, flow, lognormal, model, output, parameter, series, stock } from "@logjam/lang";
import { type Run, runModel } from "./support/run-model.ts";
import { printIfStarted } from "./support/script.ts";
import { textTable } from "./support/text-table.ts";

const engel = "Engel (1954), as restated in github.com/antononcube/SystemModeling.";

export const defenderFire = parameter({
  unit: "1/day",
  meaning: "Marines that one defender puts out of action in a day (A).",
  prior: lognormal({ median: 0.0544, p95: 0.08 }),
  source: `${engel} The spread is ours.`,
});
export const marineFire = parameter({
  unit: "1/day",
  meaning: "Defenders that one marine puts out of action in a day (B).",
  prior: lognormal({ median: 0.0106, p95: 0.016 }),
  source: `${engel} The spread is ours.`,
});
export const initialDefenders = parameter({
  unit: "person",
  meaning: "Japanese soldiers on the island when the landing begins.",
  prior: lognormal({ median: 21500, p95: 23000 }),
  source: `${engel} Accounts give 21,000 to 23,000.`,
});
export const daysPerStep = constant({
  unit: "day/week",
  meaning: "Days that pass in one step of the clock.",
  value: 0.001,
  source: "The step of the reference simulation.",
});
export const landings = series({
  unit: "person/day",
  meaning: "Marines who come ashore.",
  gap: "error",
  source: engel,
});

export const marines = stock({ unit: "person", meaning: "Marines ashore and fit to fight.", initial: 0 });
export const defenders = stock({
  unit: "person",
  meaning: "Defenders fit to fight.",
  initial: f`${initialDefenders}`,
});

export const marineLosses = flow({
  unit: "person/week",
  meaning: "Marines put out of action per step.",
  formula: f`${defenderFire} * ${defenders} * ${daysPerStep}`,
});
export const defenderLosses = flow({
  unit: "person/week",
  meaning: "Defenders put out of action per step, never more than there are.",
  formula: f`min(${marineFire} * ${marines} * ${daysPerStep}, ${defenders} / timeStep)`,
});
export const marinesChange = balance(marines, f`${landings} * ${daysPerStep} - ${marineLosses}`);
export const defendersChange = balance(defenders, f`-${defenderLosses}`);

export const marinesAshore = output({ unit: "person", meaning: "Marines fit to fight.", formula: marines });
export const defendersLeft = output({ unit: "person", meaning: "Defenders fit to fight.", formula: defenders });

export const iwoJima = model(
  "iwo-jima",
  {
    battle: { defenderFire, marineFire, initialDefenders, daysPerStep, landings, marines, defenders },
    losses: { marineLosses, defenderLosses, marinesChange, defendersChange },
    results: { marinesAshore, defendersLeft },
  },
  { meaning: "Engel's model of Iwo Jima, 1945: aimed fire, and landings in three waves.", units: { day: "days" } },
);

export const STEPS_PER_DAY = 1000;

/** Engel's landings in person/day: 54,000 in the first day, 6,000 in the third, 13,000 in the sixth. */
export function landingsAt(day: number): number {
  if (day < 1) return 54000;
  if (day >= 2 && day < 3) return 6000;
  return day >= 5 && day < 6 ? 13000 : 0;
}

export interface Constants {
  readonly defenderFire: number;
  readonly marineFire: number;
  readonly initialDefenders: number;
}

/** Runs the battle for some days, one member for each set of constants. */
export function simulate(days: number, sets: readonly Constants[]): Run {
  const steps = days * STEPS_PER_DAY + 1;
  return runModel(iwoJima, {
    steps,
    members: sets.length,
    parameters: {
      "battle.defenderFire": sets.map((set) => set.defenderFire),
      "battle.marineFire": sets.map((set) => set.marineFire),
      "battle.initialDefenders": sets.map((set) => set.initialDefenders),
    },
    series: { "battle.landings": Array.from({ length: steps }, (_, step) => landingsAt(step / STEPS_PER_DAY)) },
  });
}

/**
 * The two constants with which the last marine count and the last defender count of the battle are met exactly, by
 * Newton's method with differences; the battle must end with some defenders left, else the floor hides the slope.
 * Throws RangeError when no positive pair meets them.
 *
 * The pair that github.com/antononcube/SystemModeling quotes for a fit of end points (A 0.0547895, B 0.0106351) is the
 * result of a search whose objective stayed at 73,000, because its target curve began with all marines ashore. With
 * that pair this model ends day 35 at 52,980 marines and 42 defenders, against that search's target of 51,300 and 0.
 */
export function fitEndPoints(target: {
  readonly days: number;
  readonly initialDefenders: number;
  readonly marines: number;
  readonly defenders: number;
}): { readonly defenderFire: number; readonly marineFire: number } {
  const { days, initialDefenders } = target;
  const end = days * STEPS_PER_DAY;
  let [a, b] = [0.05, 0.01];
  const nudge = 1e-6;
  for (let round = 0; round < 20; round++) {
    const run = simulate(
      days,
      [
        [a, b],
        [a + nudge, b],
        [a, b + nudge],
      ].map(([defenderFire, marineFire]) => ({
        defenderFire: defenderFire!,
        marineFire: marineFire!,
        initialDefenders,
      })),
    );
    const [m, ma, mb] = run.across("results.marinesAshore", end) as [number, number, number];
    const [n, na, nb] = run.across("results.defendersLeft", end) as [number, number, number];
    const [marineGap, defenderGap] = [target.marines - m, target.defenders - n];
    if (Math.hypot(marineGap, defenderGap) < 1e-6 && a > 0 && b > 0) return { defenderFire: a, marineFire: b };
    const slopes = { ma: (ma - m) / nudge, mb: (mb - m) / nudge, na: (na - n) / nudge, nb: (nb - n) / nudge };
    const determinant = slopes.ma * slopes.nb - slopes.mb * slopes.na;
    a += (slopes.nb * marineGap - slopes.mb * defenderGap) / determinant;
    b += (slopes.ma * defenderGap - slopes.na * marineGap) / determinant;
  }
  throw new RangeError("No two positive constants lead to these end points: end with fewer on both sides than began.");
}

/** The strengths of both sides through the battle. */
export function table(): string {
  const run = simulate(
    36,
    [21500, 21000].map((initialDefenders) => ({ defenderFire: 0.0544, marineFire: 0.0106, initialDefenders })),
  );
  const rows = [1, 6, 20, 30, 36].map((day) => [
    `${day}`,
    ...[0, 1].flatMap((member) =>
      ["marinesAshore", "defendersLeft"].map((name) =>
        Math.round(run.at(`results.${name}`, day * STEPS_PER_DAY, member)),
      ),
    ),
  ]);
  return textTable(["day", "marines", "of 21,500 left", "marines", "of 21,000 left"], rows);
}

printIfStarted(import.meta.url, table);
