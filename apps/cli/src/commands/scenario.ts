import { join, resolve } from "node:path";
import { leverValues, type Scenario, suggestion, timeline } from "@logjam/analysis";
import type { LeverScalar, Model } from "@logjam/lang";
import { m1, m2, m2Study } from "@logjam/model";
import { Command } from "commander";
import type { Context } from "../context.ts";
import { badOption } from "../errors.ts";
import { readScenarios } from "../files/scenarios.ts";
import { leverFacts, type Spread } from "../lever-facts.ts";

/** Two years are enough to show every change that a scenario makes over time; the date does not matter. */
const TIME = timeline("2023-05-29", "2023-11-27", 520);

/** `logjam scenario list|show|diff`: what policies set, in the model's own words. */
export function scenarioCommand(context: Context): Command {
  const folder = join(context.home, "scenarios");
  const option = ["--scenarios <folder>", "folder of scenario files", folder] as const;
  const read = (flags: Record<string, string>) => readScenarios(resolve(context.cwd, flags["scenarios"]!));
  const print = (lines: readonly string[]): void => {
    context.stdout.write(`${lines.join("\n")}\n`);
  };
  return new Command("scenario")
    .description("Show what a scenario sets, or how two differ.")
    .addCommand(
      new Command("list")
        .description("All scenarios, with their meaning.")
        .option(...option)
        .action(async (flags) => {
          for (const { id, value } of await read(flags)) print([`${id}: ${value.meaning}`]);
        }),
    )
    .addCommand(
      new Command("show")
        .description(
          "The levers that a scenario sets: value, meaning, and what the recipe costs and how long it takes.",
        )
        .argument("<scenario>")
        .option(...option)
        .action(async (name: string, flags) => print(show(find(await read(flags), name)))),
    )
    .addCommand(
      new Command("diff")
        .description("The levers in which two scenarios differ.")
        .argument("<one>")
        .argument("<other>")
        .option(...option)
        .action(async (one: string, other: string, flags) => {
          const scenarios = await read(flags);
          print(diff(find(scenarios, one), find(scenarios, other)));
        }),
    );
}

function find(scenarios: readonly Scenario[], name: string): Scenario {
  const found = scenarios.find(({ id }) => id === name);
  if (found === undefined)
    throw badOption(
      "scenario",
      name,
      `there is no scenario of that name. ${suggestion(
        name,
        scenarios.map(({ id }) => id),
      )}`,
    );
  return found;
}

/** Every lever of M2 (which has all of M1's) with its values over time in a scenario. */
function valuesOf(scenario: Scenario): Record<string, readonly number[]> {
  const own = new Set(m2.levers.map((lever) => lever.quantity));
  const others = m1.levers.map((lever) => lever.quantity).filter((name) => !own.has(name));
  return leverValues(scenario, m2, TIME, m2Study.leverGroups, others);
}

function show(scenario: Scenario): string[] {
  const values = valuesOf(scenario);
  const changed = m2.levers.filter((lever) => values[lever.name]!.some((value) => value !== lever.default));
  return [
    `${scenario.id}: ${scenario.value.title}`,
    scenario.value.meaning,
    ...(scenario.value.hindsight ? ["It replays data from after the as-of date: a look back, never a forecast."] : []),
    "",
    ...(changed.length === 0 ? ["It leaves every lever at its default."] : []),
    ...changed.flatMap((lever) => [
      `${lever.name} = ${course(values[lever.name]!)}   (default ${lever.default}, range ${lever.range.join(" to ")})`,
      `    ${lever.meaning}`,
      ...recipeNotes(m2, lever),
    ]),
  ];
}

/** What an element of the recipe costs, how long it takes, how fast it fades, and what it does at best. */
function recipeNotes(model: Model, lever: LeverScalar): string[] {
  const facts = leverFacts(model, lever);
  if (facts === undefined) return [];
  const row = ({ p05, p50, p95 }: Spread, show: (x: number) => string) => [p05, p50, p95].map(show).join(" / ");
  const weeks = (spread: Spread) => `${row(spread, (x) => String(Math.round(x)))} weeks (5 / 50 / 95 %)`;
  return [
    `    ${facts.effect.meaning} ${row(facts.effect, (x) => x.toPrecision(2))} (5 / 50 / 95 %).`,
    `    Cost EUR ${(facts.eurPerWeek / 1e6).toFixed(0)} million a week; lag ${weeks(facts.lagWeeks)}; half-life against adaptation ${weeks(facts.halfLifeWeeks)}.`,
  ];
}

function diff(one: Scenario, other: Scenario): string[] {
  const [a, b] = [valuesOf(one), valuesOf(other)];
  const differing = m2.levers.filter(({ name }) => a[name]!.some((value, step) => value !== b[name]![step]));
  if (differing.length === 0) return [`${one.id} and ${other.id} set the same levers to the same values.`];
  return differing.map(({ name }) => `${name}: ${one.id} ${course(a[name]!)}, ${other.id} ${course(b[name]!)}`);
}

/** A lever's course after the as-of date: one value, or each change with its week. */
function course(values: readonly number[]): string {
  const after = values.slice(TIME.knownWeeks);
  const changes = after.flatMap((value, week) => (week === 0 || value !== after[week - 1] ? [{ week, value }] : []));
  return changes.length === 1
    ? String(changes[0]!.value)
    : changes.map(({ week, value }) => `${value} from week ${week}`).join(", ");
}
