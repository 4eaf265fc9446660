/** What differs from the preset, in words. */
import { type LeverInfo, leverValue, type Setting, type World } from "../contract.ts";
import type { Texts } from "../i18n/text.tsx";
import { type Control, controlsOf, leversOf } from "./controls.ts";
import { leverTitle, mixInWords, ruleTitle, settingInWords, valueInWords } from "./lever-words.ts";
import { chosenOf, commonValue, courseOf, presetOf } from "./settings.ts";

export interface Change {
  /** The levers that it is made of; resetting it takes these back. */
  readonly names: readonly string[];
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/** One entry per control that was moved: a family moved as one is one entry, a choice always is. */
export function changesOf(
  world: World,
  setting: Pick<Setting, "scenario" | "levers">,
  texts: Texts,
): readonly Change[] {
  return controlsOf(world).flatMap((control) => {
    const moved = leversOf(control).filter(({ name }) => name in setting.levers);
    if (moved.length === 0) return [];
    if (control.kind === "choice") return [choiceChange(world, setting, control.levers, moved, texts)];
    const together =
      control.kind === "family" && moved.length === control.levers.length
        ? familyChange(world, setting, control, texts)
        : undefined;
    return together === undefined ? moved.map((lever) => singleChange(world, setting, lever, texts)) : [together];
  });
}

function singleChange(
  world: World,
  setting: Pick<Setting, "scenario" | "levers">,
  lever: LeverInfo,
  texts: Texts,
): Change {
  return {
    names: [lever.name],
    title: leverTitle(lever, texts),
    from: settingInWords(lever, presetOf(world, setting.scenario, lever), texts),
    to: settingInWords(lever, courseOf(world, setting, lever), texts),
  };
}

function choiceChange(
  world: World,
  setting: Pick<Setting, "scenario" | "levers">,
  levers: readonly LeverInfo[],
  moved: readonly LeverInfo[],
  texts: Texts,
): Change {
  const said = (of: Pick<Setting, "scenario" | "levers">) => {
    const chosen = levers.find(({ name }) => name === chosenOf(world, of, levers));
    return chosen === undefined
      ? mixInWords(levers, (name) => leverValue(world, of, name), texts)
      : ruleTitle(chosen, texts);
  };
  return {
    names: moved.map(({ name }) => name),
    title: texts.t("levers.rule"),
    from: said({ scenario: setting.scenario, levers: {} }),
    to: said(setting),
  };
}

/** All of a family moved from one common value to another; undefined where it was not. */
function familyChange(
  world: World,
  setting: Pick<Setting, "scenario" | "levers">,
  control: Extract<Control, { kind: "family" }>,
  texts: Texts,
): Change | undefined {
  const before = commonValue(world, { scenario: setting.scenario, levers: {} }, control.levers);
  const after = commonValue(world, setting, control.levers);
  const first = control.levers[0];
  if (first === undefined || before.mixed || after.mixed) return undefined;
  return {
    names: control.levers.map(({ name }) => name),
    title: texts.t("levers.ofSide", {
      side: texts.t(control.side === "ru" ? "levers.russia" : "levers.ukraine"),
      lever: texts.t("levers.allElements"),
    }),
    from: valueInWords(first, before.value, texts),
    to: valueInWords(first, after.value, texts),
  };
}
