/**
 * 11. A war of production and attrition, after Turchin: our reconstruction, and where it breaks.
 *
 * Factories make shells, shells make casualties, and the side whose casualties first exceed what its people will bear
 * has lost. Per side: production P grows towards a ceiling K, the stock M of shells fills by P and empties by use u M,
 * shells fired by the enemy cause casualties C, and the army A loses the part that does not return:
 *
 *   P' = g P (1 - P/K),  M' = P - u M,  C_i' = l_j u_j M_j,  A_i' = r_i - phi C_i',  the end when C_i / Pop_i > theta_i.
 *
 * Source of the idea: P. Turchin, "War in Ukraine" I-VI (peterturchin.com, 2023), and D. Jones's criticism of it
 * (shape-of-code, 17 Dec 2023). Turchin's equations, numbers and threshold could not be read: **the equations and every
 * number here are ours**, and this is no forecast. What is tested is structure:
 *
 * - T1: with equal lethality and 20,000 shells a day against 5,000, casualties stand 4 to 1 against Ukraine.
 * - T2: assembled estimates (CSIS) put them at 2 to 2.5 to 1 against *Russia*. So shells alone mislead by a factor of 8
 *   to 10, which lethality per shell and exposure must make up: attackers in the open lose more per shell. The check
 *   falsifies the plain mapping from shells to casualties.
 * - T3: Jones's point. Normal distributions for what cannot be negative give some members shells that heal, and change
 *   the spread of end times; log-normal ones of the same mean and standard deviation do neither. `checkLaws` finds it too.
 *
 * What to learn here: priors as statements of belief, the same model under two beliefs, laws, outcomes, first passage.
 */
import {
  auxiliary,
  balance,
  constant,
  f,
  flow,
  indexSet,
  lognormal,
  type Model,
  mapping,
  model,
  nonNegative,
  normal,
  outcome,
  output,
  type Prior,
  parameter,
  risingIn,
  samplePriors,
  stock,
} from "@logjam/lang";
import { type Run, runModel } from "./support/run-model.ts";
import { printIfStarted } from "./support/script.ts";
import { textTable } from "./support/text-table.ts";

export const side = indexSet("side", ["ua", "ru"]);
export const opponent = mapping("opponent", side, { ua: "ru", ru: "ua" });

/** How the spread of a belief is shaped, given its mean and standard deviation. */
export type Belief = (mean: number, sd: number) => Prior;

export const gaussian: Belief = (mean, sd) => normal({ mean, sd });

/** The log-normal with this mean and standard deviation. */
export const logGaussian: Belief = (mean, sd) => {
  const variance = Math.log(1 + (sd / mean) ** 2);
  const median = mean * Math.exp(-variance / 2);
  return lognormal({ median, p95: median * Math.exp(1.6448536269514722 * Math.sqrt(variance)) });
};

const judged = "[J] Ours; not Turchin's.";
const DAYS_PER_WEEK = 7;

/** The model under a belief about the shape of its uncertain numbers. */
export function attritionWarfare(belief: Belief): Model {
  const firstProduction = constant({
    over: [side],
    unit: "round/week",
    meaning: "Shells made or received in the first week.",
    value: { ua: 5000 * DAYS_PER_WEEK, ru: 20000 * DAYS_PER_WEEK },
    source: "5,000 and 20,000 a day: the inputs that Turchin's Part II quotes for 2022-23.",
  });
  const ceiling = constant({
    over: [side],
    unit: "1",
    meaning: "How many times the first week's production can be reached.",
    value: 1.5,
    source: judged,
  });
  const growth = parameter({
    over: [side],
    unit: "1/week",
    meaning: "Rate at which production grows while far below its ceiling.",
    prior: belief(0.01, 0.005),
    source: judged,
  });
  const use = parameter({
    over: [side],
    unit: "1/week",
    meaning: "Share of the stock of shells that is fired in a week.",
    prior: belief(0.25, 0.1),
    source: judged,
  });
  const lethality = parameter({
    over: [side],
    unit: "person/round",
    meaning: "Enemy casualties for each shell that this side fires.",
    prior: belief(0.02, 0.012),
    source: `${judged} A few hundred casualties a day for some ten thousand shells.`,
  });
  const recruits = constant({
    over: [side],
    unit: "person/week",
    meaning: "Recruits who reach the army in a week.",
    value: { ua: 5000, ru: 7000 },
    source: judged,
  });
  const permanentShare = constant({
    unit: "1",
    meaning: "Share of casualties who do not return.",
    value: 0.5,
    source: judged,
  });
  const population = constant({
    over: [side],
    unit: "person",
    meaning: "People.",
    value: { ua: 33e6, ru: 144e6 },
    source: "Round figures of 2023.",
  });
  const endurance = parameter({
    over: [side],
    unit: "1",
    meaning: "Share of the people who may become casualties before the side gives up.",
    prior: belief(0.02, 0.008),
    source: `${judged} Turchin takes such a share from past wars; which one could not be read.`,
  });

  const production = stock({
    over: [side],
    unit: "round/week",
    meaning: "Shells made or received in a week.",
    initial: f`${firstProduction}`,
  });
  const shells = stock({
    over: [side],
    unit: "round",
    meaning: "Shells in hand; at first as many as make use equal production.",
    initial: f`${firstProduction} / ${use}`,
  });
  const casualties = stock({ over: [side], unit: "person", meaning: "Casualties so far.", initial: 0 });
  const army = stock({
    over: [side],
    unit: "person",
    meaning: "Soldiers; at first as many as 2023's estimates.",
    initial: { ua: 700000, ru: 500000 },
  });

  const fired = flow({
    over: [side],
    unit: "round/week",
    meaning: "Shells fired.",
    formula: f`${use} * ${shells}`,
    laws: [nonNegative, risingIn(shells)],
  });
  const losses = flow({
    over: [side],
    unit: "person/week",
    meaning: "Casualties of this side, by the enemy's shells.",
    formula: f`${lethality.of(opponent)} * ${fired.of(opponent)}`,
    laws: [nonNegative, risingIn(lethality)],
  });
  const productionChange = balance(
    production,
    f`${growth} * ${production} * (1 - ${production} / (${ceiling} * ${firstProduction}))`,
  );
  const shellsChange = balance(shells, f`${production} - ${fired}`);
  const casualtiesChange = balance(casualties, f`${losses}`);
  const armyChange = balance(army, f`${recruits} - ${permanentShare} * ${losses}`);

  const exhausted = auxiliary({
    over: [side],
    unit: "1",
    meaning: "1 once casualties exceed what the people bear.",
    formula: f`${casualties} / ${population} > ${endurance}`,
  });
  const casualtiesSoFar = output({ over: [side], unit: "person", meaning: "Casualties so far.", formula: casualties });
  const soldiers = output({ over: [side], unit: "person", meaning: "Soldiers.", formula: army });
  const end = output({
    over: [side],
    unit: "week",
    meaning: "The first week in which the side is exhausted.",
    formula: f`firstWeek(${exhausted})`,
  });
  const exhaustedSoFar = outcome({
    over: [side],
    title: "Exhausted",
    meaning: "The side's casualties have exceeded what its people bear.",
    formula: f`ever(${exhausted})`,
  });

  return model(
    "attrition-warfare",
    {
      given: { firstProduction, ceiling, growth, use, lethality, recruits, permanentShare, population, endurance },
      war: { production, shells, casualties, army, fired, losses, exhausted },
      changes: { productionChange, shellsChange, casualtiesChange, armyChange },
      results: { casualtiesSoFar, soldiers, end, exhaustedSoFar },
    },
    { meaning: "Our reconstruction of a war of production and attrition after Turchin: an exercise, not a forecast." },
  );
}

/** All uncertain numbers at one value for both sides, but for lethality. */
export function atCentralValues(lethality: { readonly ua: number; readonly ru: number }): Record<string, number> {
  const both = (name: string, value: number) => [
    [`given.${name}[ua]`, value],
    [`given.${name}[ru]`, value],
  ];
  return Object.fromEntries([
    ...both("growth", 0.01),
    ...both("use", 0.25),
    ...both("endurance", 0.02),
    ["given.lethality[ua]", lethality.ua],
    ["given.lethality[ru]", lethality.ru],
  ]);
}

/** Ukrainian casualties for each Russian one, two years on, by how lethal each side's shells are. */
export function casualtyRatio(lethality: { readonly ua: number; readonly ru: number }): number {
  const steps = 105;
  const run = runModel(attritionWarfare(logGaussian), { steps, parameters: atCentralValues(lethality) });
  return run.at("results.casualtiesSoFar[ua]", steps - 1) / run.at("results.casualtiesSoFar[ru]", steps - 1);
}

/** What a belief leads to. */
export interface EndTimes {
  /** Share of members in which some number that cannot be negative is. */
  readonly absurd: number;
  /** Share of members in which neither side is exhausted within the horizon. */
  readonly endless: number;
  /** Week in which the first side is exhausted: 5 %, 50 % and 95 % of all members; Infinity where there is no end. */
  readonly quantiles: readonly [low: number, median: number, high: number];
}

/** Runs many members under a belief, and looks at when the war ends. The two beliefs share their random numbers. */
export function endTimes(belief: Belief, members: number, seed: bigint, horizon = 780): EndTimes {
  const war = attritionWarfare(belief);
  const run = runModel(war, { steps: horizon + 1, members, seed, outputs: ["results.end"] });
  const ends = firstEnds(run, horizon).sort((a, b) => a - b);
  const drawn = samplePriors(war, { members, seed }); // [parameter][member], the very numbers that the run has used
  const absurd = Array.from({ length: members }, (_, member) => member).filter((member) =>
    war.parameters.some((_, k) => drawn[k * members + member]! < 0),
  );
  const quantile = (share: number) => ends[Math.floor(share * members)]!;
  return {
    absurd: absurd.length / members,
    endless: ends.filter((end) => end === Number.POSITIVE_INFINITY).length / members,
    quantiles: [quantile(0.05), quantile(0.5), quantile(0.95)],
  };
}

function firstEnds(run: Run, horizon: number): number[] {
  return Array.from({ length: run.members }, (_, member) => {
    const end = Math.min(run.at("results.end[ua]", horizon, member), run.at("results.end[ru]", horizon, member));
    return end <= horizon ? end : Number.POSITIVE_INFINITY;
  });
}

/** T1, T2 and T3 as tables. */
export function table(): string {
  const ratios = [1, 4, 8, 9, 10].map((advantage) => [
    `${advantage}`,
    casualtyRatio({ ua: 0.01 * advantage, ru: 0.01 }),
  ]);
  const shown = (week: number) => (week === Number.POSITIVE_INFINITY ? "never" : `${week}`);
  const beliefs: readonly (readonly [string, Belief])[] = [
    ["normal", gaussian],
    ["log-normal", logGaussian],
  ];
  const ends = beliefs.map(([name, belief]) => {
    const { absurd, endless, quantiles } = endTimes(belief, 500, 1n);
    return [name, absurd, endless, ...quantiles.map(shown)];
  });
  return `${textTable(["lethality of a Ukrainian shell / a Russian one", "Ukrainian casualties per Russian one"], ratios)}
20,000 Russian shells a day against 5,000: equal lethality means 4 to 1 against Ukraine; the assembled estimates, 2 to 2.5
to 1 against Russia (0.4 to 0.5), need shells 8 to 10 times as deadly.

${textTable(["belief", "absurd members", "no end in 15 years", "5 %", "50 %", "95 %"], ends)}
Weeks until one side is exhausted, by a rule and numbers that are ours: an exercise, not a forecast.\n`;
}

printIfStarted(import.meta.url, table);
