/** A lever's value in words. */
import type { LeverInfo, LeverSetting } from "../contract.ts";
import type { Texts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import { constantOf } from "./settings.ts";

type Words = (value: number, texts: Texts) => string;

/** Levers whose values say more than a share. */
const special: Readonly<Record<string, Words>> = {
  "settlement.talks": (value, { t, number }) =>
    value === 0
      ? t("levers.none")
      : value >= 50
        ? t("levers.atOnce")
        : t("levers.talksValue", { value: number(value + 1) }),
  "coalition.signal": (value, { t, exactPercent }) =>
    value === 0 ? t("levers.signalNone") : t("levers.signalValue", { value: exactPercent(1 + value) }),
  "settlement.guarantees": (value, { t, exactPercent }) =>
    value === 0 ? t("levers.none") : value === 1 ? t("levers.believed") : exactPercent(value),
  "settlement.monitoring": (value, { t, exactPercent }) =>
    value === 0 ? t("levers.none") : value === 1 ? t("levers.dense") : exactPercent(value),
};

/** One value: a share in percent, a switch as on or off, and what `special` knows better. */
export function valueInWords(
  lever: Pick<LeverInfo, "quantity" | "group" | "range" | "unit">,
  value: number,
  texts: Texts,
) {
  const words = special[lever.quantity];
  if (words !== undefined) return words(value, texts);
  if (lever.group === "structure" && (value === 0 || value === 1))
    return texts.t(value === 1 ? "levers.on" : "levers.off");
  const [low, high] = lever.range;
  return low >= -1 && high <= 1 ? texts.exactPercent(value) : `${texts.number(value)} ${lever.unit}`;
}

/** A value or a course over time. */
export function settingInWords(lever: LeverInfo, setting: LeverSetting, texts: Texts): string {
  const constant = constantOf(setting);
  if (constant !== undefined) return valueInWords(lever, constant, texts);
  const changes = typeof setting === "number" ? [] : setting;
  return changes
    .map(({ from, value }) => texts.t("levers.courseFrom", { value: valueInWords(lever, value, texts), week: from }))
    .join(", ");
}

/** The lever's title, with its side where it is one side's. */
export function leverTitle(lever: LeverInfo, texts: Texts): string {
  const { title } = worldTexts(texts.locale).lever(lever);
  const side = lever.elements[0];
  if (side !== "ua" && side !== "ru") return title;
  return texts.t("levers.ofSide", { side: texts.t(side === "ua" ? "levers.ukraine" : "levers.russia"), lever: title });
}

/** The name of a donors' rule: the catalogue's where it has one, else the lever's title. */
export function ruleTitle(lever: LeverInfo, texts: Texts): string {
  const key = RULES.find((name) => name === lever.name);
  return key === undefined ? worldTexts(texts.locale).lever(lever).title : texts.t(`levers.rule.${key}`);
}

export const RULES = [
  "coalition.notLoseWeight",
  "coalition.winWeight",
  "coalition.taperWeight",
  "coalition.historyWeight",
] as const;

/** A mix of rules: "60% Not lose, 40% Win". */
export function mixInWords(levers: readonly LeverInfo[], weightOf: (name: string) => number, texts: Texts): string {
  const parts = levers
    .filter(({ name }) => weightOf(name) !== 0)
    .map((lever) => `${texts.exactPercent(weightOf(lever.name))} ${ruleTitle(lever, texts)}`);
  return texts.t("levers.ruleMixed", { parts: parts.join(", ") });
}
