/** A test as a sentence, written from what the form holds. */
import type { World } from "../contract.ts";
import type { Texts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import type { Test } from "./own-claim.ts";

export const SERIES = [
  "aid-military",
  "aid-military-us",
  "aid-military-germany",
  "aid-military-uk-nordic-baltic-poland",
  "aid-military-rest-of-eu-and-others",
] as const;

export function sentenceFor(test: Test, world: World, texts: Texts): string {
  const { t, exactPercent, number, locale } = texts;
  const names = worldTexts(locale);
  const scenario = (id: string) => {
    const found = world.scenarios.find((one) => one.id === id);
    return found === undefined ? id : names.scenario(found).title;
  };
  const found = world.outcomes.find(({ id }) => id === test.outcome);
  const outcome = found === undefined ? test.outcome : names.outcome(found).title;
  const direction = t(`ownClaim.direction.${test.direction}`);
  switch (test.kind) {
    case "probability":
      return t("ownClaim.saysProbability", {
        scenario: scenario(test.scenario),
        outcome,
        weeks: test.byWeek,
        direction,
        bar: exactPercent(test.bar),
      });
    case "contrast":
      return t("ownClaim.saysContrast", {
        scenario: scenario(test.scenario),
        against: scenario(test.against),
        outcome,
        weeks: test.byWeek,
        direction,
        bar: t("claims.points", { value: number(Number((test.bar * 100).toFixed(1))) }),
      });
    case "parameter":
      return t("ownClaim.saysParameter", {
        parameter: test.parameter,
        side: t(`ownClaim.side.${test.side}`),
        level: test.level,
        direction,
        bar: exactPercent(test.bar),
      });
    case "observed": {
      const series = SERIES.find((one) => one === test.series);
      return t("ownClaim.saysObserved", {
        series: series === undefined ? test.series : t(`ownClaim.series.${series}`),
        weeks: test.weeks,
        direction,
        bar: t("claims.times", { value: number(test.bar) }),
        againstWeeks: test.againstWeeks,
      });
    }
  }
}
