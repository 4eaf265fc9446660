/** Changes to the levers of a setting, as new settings: nothing is changed in place. */
import {
  type LeverInfo,
  type LeverSetting,
  type LeverSettings,
  leverValue,
  type Setting,
  type World,
} from "../contract.ts";

type Levers = Pick<Setting, "scenario" | "levers">;

/** What a preset says of a lever: its course, a number, or the lever's default. */
export function presetOf(world: World, scenario: string, lever: LeverInfo): LeverSetting {
  return world.scenarios.find(({ id }) => id === scenario)?.levers[lever.name] ?? lever.default;
}

/** What holds for a lever: the visitor's value or course, else the preset's. */
export const courseOf = (world: World, setting: Levers, lever: LeverInfo): LeverSetting =>
  setting.levers[lever.name] ?? presetOf(world, setting.scenario, lever);

/** The same as one number, where it is one: a course with a single change at week 0 counts as a number. */
export function constantOf(setting: LeverSetting): number | undefined {
  if (typeof setting === "number") return setting;
  const [first, second] = setting;
  return second === undefined && first?.from === 0 ? first.value : undefined;
}

export function sameSetting(one: LeverSetting, other: LeverSetting): boolean {
  const [a, b] = [constantOf(one), constantOf(other)];
  if (a !== undefined || b !== undefined) return a === b;
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The visitor's levers with some set; a value that the preset has anyway is no change and is left out. */
export function withLevers(
  world: World,
  setting: Levers,
  values: Readonly<Record<string, LeverSetting | undefined>>,
): LeverSettings {
  const next: Record<string, LeverSetting> = { ...setting.levers };
  for (const [name, value] of Object.entries(values)) {
    const lever = world.levers.find((one) => one.name === name);
    if (lever === undefined) continue;
    if (value === undefined || sameSetting(value, presetOf(world, setting.scenario, lever))) delete next[name];
    else next[name] = value;
  }
  return next;
}

/** All weight to one lever of a sum, none to the others. */
export const choose = (levers: readonly LeverInfo[], chosen: string): Record<string, number> =>
  Object.fromEntries(levers.map(({ name }) => [name, name === chosen ? 1 : 0]));

/** The lever that has all the weight of a sum; undefined where weights are mixed. */
export function chosenOf(world: World, setting: Levers, levers: readonly LeverInfo[]): string | undefined {
  return levers.find(({ name }) => leverValue(world, setting, name) === 1)?.name;
}

/** The common value of several levers at week 0, and whether all have it; their mean where they differ. */
export function commonValue(world: World, setting: Levers, levers: readonly LeverInfo[]) {
  const values = levers.map(({ name }) => leverValue(world, setting, name));
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return {
    value: values.every((value) => value === values[0]) ? (values[0] ?? 0) : mean,
    mixed: values.some((v) => v !== values[0]),
  };
}
