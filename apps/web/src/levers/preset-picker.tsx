import { useId } from "react";
import { useAppState, useStore } from "../app/store-context.tsx";
import { useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";

/** The scenario files as presets. Choosing one takes the visitor's changes back; undo brings them again. */
export function PresetPicker() {
  const { world, setting } = useAppState();
  const store = useStore();
  const { t, locale } = useTexts();
  const id = useId();
  const chosen = world.scenarios.find((one) => one.id === setting.scenario);
  return (
    <div className="preset">
      <label htmlFor={id}>{t("levers.preset")}</label>
      <select
        id={id}
        value={setting.scenario}
        aria-describedby={`${id}-meaning`}
        onChange={(event) => store.change({ scenario: event.target.value, levers: {} })}
      >
        {world.scenarios.map((scenario) => (
          <option key={scenario.id} value={scenario.id}>
            {worldTexts(locale).scenario(scenario).title}
          </option>
        ))}
      </select>
      <p id={`${id}-meaning`} className="quiet">
        {chosen && worldTexts(locale).scenario(chosen).meaning}
        {chosen?.hindsight && ` ${t("page.hindsightPolicy")}`}
      </p>
    </div>
  );
}
