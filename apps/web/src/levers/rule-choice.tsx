import { useId } from "react";
import { useAppState, useStore } from "../app/store-context.tsx";
import { leverValue } from "../contract.ts";
import { useTexts } from "../i18n/text.tsx";
import type { Control } from "./controls.ts";
import { mixInWords, RULES, ruleTitle } from "./lever-words.ts";
import { ResetButton } from "./reset-button.tsx";
import { choose, chosenOf, withLevers } from "./settings.ts";

/**
 * One choice for weights that must add up to 1. The rule "as it was" replays what was known only afterwards: it is offered where
 * the policy is a look back.
 */
export function RuleChoice({ control }: { readonly control: Extract<Control, { kind: "choice" }> }) {
  const { world, setting } = useAppState();
  const store = useStore();
  const texts = useTexts();
  const { t } = texts;
  const name = useId();
  const chosen = chosenOf(world, setting, control.levers);
  const changed = control.levers.filter((lever) => lever.name in setting.levers).map((lever) => lever.name);
  const lookBack = world.scenarios.find(({ id }) => id === setting.scenario)?.hindsight ?? false;
  const offered = control.levers
    .filter((lever) => lookBack || lever.name !== HISTORY || lever.name === chosen)
    .sort((a, b) => placeOf(a.name) - placeOf(b.name));
  return (
    <fieldset className={changed.length > 0 ? "rules lever-changed" : "rules"}>
      <legend>
        {t("levers.rule")}
        {changed.length > 0 && <ResetButton names={changed} title={t("levers.rule")} />}
      </legend>
      {chosen === undefined && <p>{mixInWords(control.levers, (lever) => leverValue(world, setting, lever), texts)}</p>}
      {offered.map((lever) => {
        const key = RULES.find((rule) => rule === lever.name);
        return (
          <label key={lever.name} className="rule">
            <input
              type="radio"
              name={name}
              checked={lever.name === chosen}
              onChange={() => store.change({ levers: withLevers(world, setting, choose(control.levers, lever.name)) })}
            />
            <span>
              <b>{ruleTitle(lever, texts)}</b>
              {key !== undefined && <small>{t(`levers.ruleHelp.${key}`)}</small>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

const HISTORY = "coalition.historyWeight";

const placeOf = (name: string): number => {
  const place = (RULES as readonly string[]).indexOf(name);
  return place === -1 ? RULES.length : place;
};
