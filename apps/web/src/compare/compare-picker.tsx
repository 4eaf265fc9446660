import { useAppState, useStore } from "../app/store-context.tsx";
import { useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";

/** Which policy stands beside the one in hand. The same policy may: then the visitor's changes make the difference. */
export function ComparePicker() {
  const { world, setting } = useAppState();
  const store = useStore();
  const { t, locale } = useTexts();
  return (
    <>
      <label>
        <span>{t("compare.label")}</span>
        <select
          value={setting.compare ?? ""}
          title={t("compare.help")}
          onChange={(event) => store.change({ compare: event.target.value === "" ? undefined : event.target.value })}
        >
          <option value="">{t("compare.none")}</option>
          {world.scenarios.map((scenario) => (
            <option key={scenario.id} value={scenario.id}>
              {worldTexts(locale).scenario(scenario).title}
            </option>
          ))}
        </select>
      </label>
      {setting.compare !== undefined && (
        <button
          type="button"
          className="plain"
          onClick={() =>
            store.change({ scenario: setting.compare ?? setting.scenario, compare: setting.scenario, levers: {} })
          }
        >
          {t("compare.swap")}
        </button>
      )}
    </>
  );
}
