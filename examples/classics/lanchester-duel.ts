/**
 * 3. Lanchester's square law with chance: who wins, and how often?
 *
 * Soldiers fall one at a time. While B Blue and R Red soldiers fight, Blue's fire takes a Red one at rate b B, Red's
 * fire takes a Blue one at rate r R. The next to fall is Red with probability b B / (b B + r R), whatever has gone
 * before, so the chance that Blue wins obeys
 *
 *   p(B, R) = [b B p(B, R - 1) + r R p(B - 1, R)] / (b B + r R),   p(B, 0) = 1,   p(0, R) = 0.
 *
 * Source: the stochastic form of Lanchester's law (R. H. Brown, *Operations Research* 11 (1963) 418-425, treats the
 * exact solution). Reproduced: seven win probabilities to 12 digits by the recursion, and by the model's own draws to
 * their sampling error. Ours: the model, in which one step of the clock is one soldier's fall, not a span of time.
 *
 * What to learn here: noise by named stream, `assign`, `if`, conditions, and members as independent repetitions.
 */
import {
  assign,
  auxiliary,
  constant,
  f,
  lognormal,
  model,
  noise,
  outcome,
  output,
  parameter,
  stock,
} from "@logjam/lang";
import { known } from "./data/lanchester-known-answers.ts";
import { runModel } from "./support/run-model.ts";
import { printIfStarted } from "./support/script.ts";
import { textTable } from "./support/text-table.ts";

const source = "A textbook case; the prior only says which sizes are usual.";

export const initialBlue = parameter({
  unit: "person",
  meaning: "Blue soldiers at the start.",
  prior: lognormal({ median: 10, p95: 50 }),
  source,
});
export const initialRed = parameter({
  unit: "person",
  meaning: "Red soldiers at the start.",
  prior: lognormal({ median: 10, p95: 50 }),
  source,
});
export const advantage = parameter({
  unit: "1",
  meaning: "Fire of one Blue soldier relative to that of one Red soldier.",
  prior: lognormal({ median: 1, p95: 1.5 }),
  source,
});
export const oneSoldier = constant({
  unit: "person",
  meaning: "Who falls in one step.",
  value: 1,
  source: "By definition of the step.",
});

export const blue = stock({ unit: "person", meaning: "Blue soldiers still fighting.", initial: f`${initialBlue}` });
export const red = stock({ unit: "person", meaning: "Red soldiers still fighting.", initial: f`${initialRed}` });

export const luck = noise({
  stream: "who falls next",
  kind: "uniform",
  meaning: "Chance: below the share, Red's man.",
});

export const fighting = auxiliary({
  unit: "1",
  meaning: "1 while both sides have soldiers.",
  formula: f`${blue} > 0 and ${red} > 0`,
});
export const chanceThatRedFalls = auxiliary({
  unit: "1",
  meaning: "Blue's share of all fire.",
  formula: f`${advantage} * ${blue} / max(${advantage} * ${blue} + ${red}, ${oneSoldier})`,
});
export const redFalls = auxiliary({
  unit: "1",
  meaning: "1 when the next to fall is Red.",
  formula: f`${luck} < ${chanceThatRedFalls}`,
});

export const blueNext = assign(blue, f`if(${fighting} and not ${redFalls}, ${blue} - ${oneSoldier}, ${blue})`);
export const redNext = assign(red, f`if(${fighting} and ${redFalls}, ${red} - ${oneSoldier}, ${red})`);

export const blueLeft = output({ unit: "person", meaning: "Blue soldiers still fighting.", formula: blue });
export const redLeft = output({ unit: "person", meaning: "Red soldiers still fighting.", formula: red });
export const blueWins = outcome({
  title: "Blue wins",
  meaning: "No Red soldier is left.",
  formula: f`${red} <= 0`,
  favours: "blue",
});

export const lanchesterDuel = model(
  "lanchester-duel",
  {
    battle: { initialBlue, initialRed, advantage, oneSoldier, blue, red },
    chance: { luck, fighting, chanceThatRedFalls, redFalls, blueNext, redNext },
    results: { blueLeft, redLeft, blueWins },
  },
  { meaning: "The square law with chance: in each step one soldier falls." },
);

export interface Duel {
  readonly blue: number;
  readonly red: number;
  /** Rates of fire of one soldier; only their ratio matters. */
  readonly blueFire: number;
  readonly redFire: number;
}

/** The exact probability that Blue wins, by the recursion above, row by row of R: O(B R) steps, no rounding trouble. */
export function winProbability({ blue, red, blueFire, redFire }: Duel): number {
  let row = Float64Array.from({ length: blue + 1 }, (_, b) => (b > 0 ? 1 : 0)); // R = 0
  for (let r = 1; r <= red; r++) {
    const next = new Float64Array(blue + 1); // p(0, R) = 0
    for (let b = 1; b <= blue; b++) {
      const [blueRate, redRate] = [blueFire * b, redFire * r];
      next[b] = (blueRate * row[b]! + redRate * next[b - 1]!) / (blueRate + redRate);
    }
    row = next;
  }
  return row[blue]!;
}

/** The share of simulated duels that Blue wins, with the model's own draws. */
export function simulatedWinShare(duel: Duel, members: number, seed: bigint): number {
  const steps = duel.blue + duel.red;
  const run = runModel(lanchesterDuel, {
    steps,
    members,
    seed,
    parameters: {
      "battle.initialBlue": duel.blue,
      "battle.initialRed": duel.red,
      "battle.advantage": duel.blueFire / duel.redFire,
    },
    outputs: ["results.blueWins"],
  });
  const wins = run.across("results.blueWins", steps - 1);
  return wins.reduce((sum, won) => sum + won, 0) / members;
}

/** The exact and the simulated chances of the known cases. */
export function table(): string {
  const rows = known.stochastic_win_prob_A.map(({ A0, B0, a, b, p }, k) => {
    const duel: Duel = { blue: A0, red: B0, blueFire: a, redFire: b };
    return [`${A0} against ${B0}, fire ${a}:${b}`, p, winProbability(duel), simulatedWinShare(duel, 4000, BigInt(k))];
  });
  return `${textTable(["duel", "known", "recursion", "4,000 runs"], rows, 4)}
Fifty against forty-five win four times in five: chance rounds off the square law, but slowly.\n`;
}

printIfStarted(import.meta.url, table);
