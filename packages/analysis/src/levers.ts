/** A scenario's levers written out: one value per scalar lever and step. */
import type { LeverScalar, Model } from "@logjam/lang";
import { addWeeks, type Timeline, weeksBetween } from "./calendar.ts";
import { InputError, unknownName } from "./errors.ts";
import type { LeverSettings } from "./link/setting.ts";
import type { LeverChange, LeverValue, Scenario } from "./scenario.ts";
import type { Path } from "./yaml-file.ts";

/** Levers whose values must add up to 1 at every step, such as the weights of the donors' rules. */
export interface LeverGroup {
  readonly meaning: string;
  readonly levers: readonly string[];
}

/**
 * Every scalar lever of the model by name: its default while the record is known, the scenario's value afterwards, and
 * over that the `changes` that someone makes to it. Throws InputError where a value does not fit.
 */
export function leverValues(
  scenario: Scenario,
  model: Model,
  time: Timeline,
  groups: readonly LeverGroup[] = [],
  /** Levers of other models that are asked too: known, and without effect here. */
  elsewhere: readonly string[] = [],
  changes: LeverSettings = {},
): Record<string, readonly number[]> {
  const levers = model.levers;
  const values: Record<string, number[]> = {};
  for (const lever of levers) values[lever.name] = new Array<number>(time.steps).fill(lever.default);
  const known = [...new Set(levers.map((lever) => lever.quantity))];
  for (const [name, value] of Object.entries(scenario.value.levers)) {
    const mine = levers.filter((lever) => lever.quantity === name);
    if (mine.length === 0 && elsewhere.includes(name)) continue;
    if (mine.length === 0)
      throw unknownName("scenario/unknown-lever", scenario.locate(["levers", name]), "lever", name, [
        ...known,
        ...elsewhere.filter((other) => !known.includes(other)),
      ]);
    spread(scenario, value, ["levers", name], mine, 0, (lever, changes, path) =>
      apply(scenario, lever, changes, path, time, values[lever.name]!),
    );
  }
  for (const [name, setting] of Object.entries(changes)) {
    const lever = levers.find((one) => one.name === name);
    const course = typeof setting === "number" ? [{ from: 0, value: setting }] : setting;
    if (lever !== undefined) apply({ ...scenario, locate: () => name }, lever, course, [], time, values[name]!);
    else if (!elsewhere.includes(name.replace(/\[.*$/, "")))
      throw unknownName(
        "scenario/unknown-lever",
        name,
        "lever",
        name,
        levers.map((one) => one.name),
      );
  }
  for (const group of groups) checkGroup(scenario, group, values, time);
  return values;
}

/** Follow the file's nesting down the lever's index sets; a number or list of changes holds for all that is left. */
function spread(
  scenario: Scenario,
  value: LeverValue,
  path: Path,
  levers: readonly LeverScalar[],
  depth: number,
  set: (lever: LeverScalar, changes: readonly LeverChange[], path: Path) => void,
): void {
  if (typeof value === "number") {
    for (const lever of levers) set(lever, [{ from: 0, value }], path);
  } else if (Array.isArray(value)) {
    for (const lever of levers) set(lever, value as readonly LeverChange[], path);
  } else {
    const elements = [...new Set(levers.map((lever) => lever.elements[depth]).filter((e) => e !== undefined))];
    for (const [element, inner] of Object.entries(value as Readonly<Record<string, LeverValue>>)) {
      const here = [...path, element];
      if (!elements.includes(element))
        throw unknownName("scenario/unknown-element", scenario.locate(here), "element", element, elements);
      spread(
        scenario,
        inner,
        here,
        levers.filter((lever) => lever.elements[depth] === element),
        depth + 1,
        set,
      );
    }
  }
}

function apply(
  scenario: Scenario,
  lever: LeverScalar,
  changes: readonly LeverChange[],
  path: Path,
  time: Timeline,
  row: number[],
): void {
  let previous = -1;
  changes.forEach((change, i) => {
    const place = scenario.locate(changes.length === 1 ? path : [...path, i]);
    const [low, high] = lever.range;
    if (!(change.value >= low && change.value <= high))
      throw new InputError({
        code: "scenario/range",
        place,
        reason: `${lever.name} is set to ${change.value}, outside its range ${low} to ${high}.`,
        nextStep: `Choose a value between ${low} and ${high}: ${lever.meaning}`,
      });
    const week = typeof change.from === "number" ? change.from : weeksBetween(time.asOf, change.from);
    if (week < 0 || week > time.horizonWeeks)
      throw new InputError({
        code: "scenario/date",
        place,
        reason: `the change takes effect at ${change.from}, outside the horizon.`,
        nextStep: `Choose a week from 0 to ${time.horizonWeeks}, or a date from ${time.asOf} to ${addWeeks(time.asOf, time.horizonWeeks)}.`,
      });
    if (week <= previous)
      throw new InputError({
        code: "scenario/order",
        place,
        reason: `the changes of ${lever.name} are not in order of time.`,
        nextStep: "List them from the earliest to the latest, each week once.",
      });
    previous = week;
    row.fill(change.value, time.knownWeeks + week);
  });
}

function checkGroup(
  scenario: Scenario,
  group: LeverGroup,
  values: Readonly<Record<string, readonly number[]>>,
  time: Timeline,
): void {
  for (let step = 0; step < time.steps; step++) {
    let sum = 0;
    for (const lever of group.levers) sum += values[lever]![step]!;
    if (Math.abs(sum - 1) > 1e-9)
      throw new InputError({
        code: "scenario/sum",
        place: scenario.locate(["levers"]),
        reason: `${group.meaning} add up to ${Number(sum.toFixed(6))} in week ${Math.max(0, step - time.knownWeeks)}, not to 1.`,
        nextStep: `Set ${group.levers.join(", ")} so that they add up to 1; those that are not named keep their defaults.`,
      });
  }
}
