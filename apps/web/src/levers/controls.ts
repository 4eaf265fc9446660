/** Which controls the levers make: families become one control, weights that add up to 1 one choice, switches a box. */
import type { LeverGroupId, LeverInfo, World } from "../contract.ts";

export type Control =
  | { readonly kind: "single"; readonly id: string; readonly group: LeverGroupId; readonly lever: LeverInfo }
  | { readonly kind: "switch"; readonly id: string; readonly group: LeverGroupId; readonly lever: LeverInfo }
  /** One side's elements of a lever, such as all eight of Ukraine's recipe. */
  | {
      readonly kind: "family";
      readonly id: string;
      readonly group: LeverGroupId;
      readonly side: string;
      readonly levers: readonly LeverInfo[];
    }
  /** Weights of which exactly one is chosen; a scenario may still mix them. */
  | {
      readonly kind: "choice";
      readonly id: string;
      readonly group: LeverGroupId;
      readonly levers: readonly LeverInfo[];
    };

/** The controls of a world, in the order of its levers; each lever belongs to exactly one. */
export function controlsOf(world: Pick<World, "levers" | "sums">): readonly Control[] {
  const controls: Control[] = [];
  const seen = new Set<string>();
  for (const lever of world.levers) {
    if (seen.has(lever.name)) continue;
    const control = controlFor(lever, world);
    for (const { name } of leversOf(control)) seen.add(name);
    controls.push(control);
  }
  return controls;
}

function controlFor(lever: LeverInfo, { levers, sums }: Pick<World, "levers" | "sums">): Control {
  const { group, quantity } = lever;
  const sum = sums.find((one) => one.levers.includes(lever.name));
  if (sum !== undefined) {
    const members = levers.filter(({ name }) => sum.levers.includes(name));
    return { kind: "choice", id: quantity, group, levers: members };
  }
  const family = levers.filter(
    (other) => other.quantity === quantity && other.group === group && other.elements[0] === lever.elements[0],
  );
  if (family.length > 1)
    return {
      kind: "family",
      id: `${quantity}[${lever.elements[0]}]`,
      group,
      side: lever.elements[0] ?? "",
      levers: family,
    };
  return { kind: group === "structure" ? "switch" : "single", id: lever.name, group, lever };
}

export const leversOf = (control: Control): readonly LeverInfo[] =>
  "levers" in control ? control.levers : [control.lever];
