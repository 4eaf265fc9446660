/** One lever set within a setting; weights that must add up to 1 make room for it. */
import { type LeverSetting, type LeverSettings, leverValue, type Setting, type World } from "../contract.ts";

type Levers = Pick<Setting, "scenario" | "levers">;

/**
 * The changes with one lever set, or taken back where `value` is undefined. Where the lever is one of a sum, the others
 * share what it leaves in proportion to what they had (evenly where they had nothing), from week 0 on.
 */
export function withLever(world: World, setting: Levers, name: string, value: LeverSetting | undefined): LeverSettings {
  const sum = world.sums.find(({ levers }) => levers.includes(name));
  const { [name]: _, ...others } = setting.levers;
  if (sum === undefined) return value === undefined ? others : { ...others, [name]: value };
  const free = Object.fromEntries(Object.entries(setting.levers).filter(([lever]) => !sum.levers.includes(lever)));
  if (value === undefined) return free;
  const at = typeof value === "number" ? value : (value[0]?.value ?? 0);
  const rest = sum.levers.filter((lever) => lever !== name);
  const had = rest.map((lever) => leverValue(world, setting, lever));
  const total = had.reduce((all, one) => all + one, 0);
  const shares = had.map((one) => (1 - at) * (total > 0 ? one / total : 1 / rest.length));
  return { ...free, [name]: at, ...Object.fromEntries(rest.map((lever, i) => [lever, shares[i]!])) };
}

/** The changes, with every weight of a sum of which one was changed: so that they fit over any other scenario too. */
export function wholeSums(world: World, setting: Levers): LeverSettings {
  const touched = world.sums.filter(({ levers }) => levers.some((lever) => lever in setting.levers));
  const preset = world.scenarios.find(({ id }) => id === setting.scenario)?.levers ?? {};
  const standard = (name: string) => world.levers.find((lever) => lever.name === name)!.default;
  const whole = touched.flatMap(({ levers }) =>
    levers.map((name) => [name, setting.levers[name] ?? preset[name] ?? standard(name)] as const),
  );
  return { ...setting.levers, ...Object.fromEntries(whole) };
}
