/** A setting as the text after an address's `#`: readable, `key=value`, the version first. */
import type { LeverSetting, LinkVocabulary, Setting } from "./setting.ts";

export const LINK_VERSION = 1;

/** All that decides the numbers is written out, so that a later default cannot change what a link shows. */
export function encodeLink(
  setting: Setting,
  { standard, identity }: Pick<LinkVocabulary, "standard" | "identity">,
): string {
  const { asOf, model, scenario, compare, seed, horizonWeeks, byWeek, view, levers } = setting;
  const id = identity(asOf, model);
  const pairs: [string, string][] = [
    ["v", String(LINK_VERSION)],
    ["asof", asOf],
    ["model", model],
    ["scenario", scenario],
    ...(compare === undefined ? [] : [["compare", compare] as [string, string]]),
    ["horizon", String(horizonWeeks)],
    ["by", String(byWeek)],
    ["seed", seed],
    ...(id === undefined ? [] : [["of", id] as [string, string]]),
    ...Object.entries(levers)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]): [string, string] => [name, encodeLever(value)]),
  ];
  const shown = standard.view;
  if (view.section !== shown.section) pairs.push(["view", view.section]);
  if (view.focus !== undefined) pairs.push(["focus", view.focus]);
  if (view.hindsight !== shown.hindsight) pairs.push(["hindsight", view.hindsight ? "yes" : "no"]);
  if (view.embed) pairs.push(["embed", "yes"]);
  return pairs.map(([key, value]) => `${escaped(key)}=${escaped(value)}`).join("&");
}

/** `0.5`, or `0@0;1@26` for 0 from week 0 on and 1 from week 26. */
const encodeLever = (value: LeverSetting): string =>
  typeof value === "number" ? String(value) : value.map((change) => `${change.value}@${change.from}`).join(";");

/** Signs that fragments may hold as they are stay readable. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/%(5B|5D|2C|3B|40|3A)/g, (code) => decodeURIComponent(code));
