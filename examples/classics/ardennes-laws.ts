/**
 * 7. The Ardennes by any Lanchester law: none beats a constant.
 *
 * The generalised law says: a side's losses = rate x (enemy's strength)^p x (own strength)^q. (1, 1) is the linear law,
 * (1, 0) the square, (0, 1) the logarithmic, (0.45, 0.75) a mixed law due to Hartley. Each law gets its best rate for
 * each side, and is then asked to do better than "the same number every day".
 *
 * Source: the form of J. Bracken (1995), *Naval Research Logistics* 42, 559-577, with his weights; data as in example 6.
 * Reproduced: a table of R^2 against each side's mean loss (all negative), and the exponents of the pooled logarithmic
 * regression (all negative too). These are our own calculations, made twice by different programs; they agree with the
 * literature's general finding, but are no copy of a printed table.
 *
 * What to learn here: a model fed with series, several laws as members of one run, and a pure number from a quantity
 * with a unit (divide by a reference before taking a power).
 */
import { constant, f, indexSet, mapping, model, output, parameter, series, triangular } from "@logjam/lang";
import { ardennes, type Scope } from "./ardennes-data.ts";
import { leastSquares, mean, sumOfSquares } from "./support/least-squares.ts";
import { runModel } from "./support/run-model.ts";
import { printIfStarted } from "./support/script.ts";
import { textTable } from "./support/text-table.ts";

export const side = indexSet("side", ["blue", "red"]);
export const opponent = mapping("opponent", side, { blue: "red", red: "blue" });

const source = "The published exponents scatter from below 0 to above 5; the prior only says where most of them lie.";

export const strength = series({
  over: [side],
  unit: "person",
  meaning: "Strength, with weapons counted as men by Bracken's weights.",
  gap: "error",
  source: "Ardennes Campaign Simulation Data Base; see data/README.md.",
});
export const referenceStrength = constant({
  unit: "person",
  meaning: "What strengths are divided by before a power is taken; the rates absorb it.",
  value: 500000,
  source: "A round number near both sides' strength.",
});
export const enemyExponent = parameter({
  unit: "1",
  meaning: "How losses rise with the enemy's strength (p).",
  prior: triangular({ low: -1, mode: 0.5, high: 3 }),
  source,
});
export const ownExponent = parameter({
  unit: "1",
  meaning: "How losses rise with a side's own strength (q).",
  prior: triangular({ low: -1, mode: 0.5, high: 3 }),
  source,
});

export const pattern = output({
  over: [side],
  unit: "1",
  meaning: "Losses of the day as the law has them, up to each side's rate.",
  formula: f`pow(${strength.of(opponent)} / ${referenceStrength}, ${enemyExponent})
    * pow(${strength} / ${referenceStrength}, ${ownExponent})`,
});

export const ardennesLaws = model(
  "ardennes-laws",
  { battle: { strength, referenceStrength, enemyExponent, ownExponent }, results: { pattern } },
  { meaning: "Lanchester's generalised law, fed with the strengths of the day." },
);

export const LAWS = { linear: [1, 1], square: [1, 0], logarithmic: [0, 1], Hartley: [0.45, 0.75] } as const;
export type Law = keyof typeof LAWS;

/** R^2 of each law, with its best rate for each side, against each side's mean loss; days 1 to 32. */
export function lawsAgainstAConstant(scope: Scope): Record<Law, number> {
  const sides = [ardennes("blue", scope), ardennes("red", scope)];
  const laws = Object.keys(LAWS) as Law[];
  const steps = sides[0]!.strength.length;
  const run = runModel(ardennesLaws, {
    steps,
    members: laws.length,
    parameters: {
      "battle.enemyExponent": laws.map((law) => LAWS[law][0]),
      "battle.ownExponent": laws.map((law) => LAWS[law][1]),
    },
    series: { "battle.strength[blue]": sides[0]!.strength, "battle.strength[red]": sides[1]!.strength },
  });
  const score = (member: number) => {
    const parts = sides.map(({ losses }, k) => {
      const law = run.track(`results.pattern[${side.elements[k]}]`, member);
      const rate = dot(law, losses) / dot(law, law);
      return {
        missed: sumOfSquares(
          losses,
          law.map((value) => rate * value),
        ),
        scatter: sumOfSquares(losses, [mean(losses)]),
      };
    });
    const sum = (key: "missed" | "scatter") => parts.reduce((total, part) => total + part[key], 0);
    return 1 - sum("missed") / sum("scatter");
  };
  return Object.fromEntries(laws.map((law, member) => [law, score(member)])) as Record<Law, number>;
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, k) => sum + value * b[k]!, 0);

export interface Exponents {
  readonly enemy: number;
  readonly own: number;
}

/** p and q by least squares on logarithms, both sides pooled, each with a rate of its own. */
export function pooledExponents(
  blue: { readonly strength: readonly number[]; readonly losses: readonly number[] },
  red: { readonly strength: readonly number[]; readonly losses: readonly number[] },
): Exponents {
  const logs = (values: readonly number[]) => values.map(Math.log);
  const [b, r] = [logs(blue.strength), logs(red.strength)];
  const rows = [...b.map((own, day) => [1, 0, r[day]!, own]), ...r.map((own, day) => [0, 1, b[day]!, own])];
  const { coefficients } = leastSquares(rows, [...logs(blue.losses), ...logs(red.losses)]);
  return { enemy: coefficients[2]!, own: coefficients[3]! };
}

/** R^2 of the four laws and the pooled exponents, for combat and total forces. */
export function table(): string {
  const scopes: readonly Scope[] = ["combat", "total"];
  const rows = scopes.map((scope) => {
    const scores = lawsAgainstAConstant(scope);
    const { enemy, own } = pooledExponents(ardennes("blue", scope), ardennes("red", scope));
    return [scope, scores.linear, scores.square, scores.logarithmic, scores.Hartley, enemy, own];
  });
  return `${textTable(["forces", "linear", "square", "logarithmic", "0.45/0.75", "fitted p", "fitted q"], rows)}
R^2 against each side's mean daily loss: below zero means worse than saying the same number every day.\n`;
}

printIfStarted(import.meta.url, table);
