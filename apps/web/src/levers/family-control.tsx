import { useAppState, useStore } from "../app/store-context.tsx";
import { leverValue } from "../contract.ts";
import { useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import type { Control } from "./controls.ts";
import { LeverHelp } from "./lever-help.tsx";
import { LeverSlider } from "./lever-slider.tsx";
import { settingInWords, valueInWords } from "./lever-words.ts";
import { ResetButton } from "./reset-button.tsx";
import { commonValue, courseOf, withLevers } from "./settings.ts";

/** One slider for all of a family, and each member by itself below. */
export function FamilyControl({ control }: { readonly control: Extract<Control, { kind: "family" }> }) {
  const { world, setting } = useAppState();
  const store = useStore();
  const texts = useTexts();
  const { t } = texts;
  const { value, mixed } = commonValue(world, setting, control.levers);
  const [first] = control.levers;
  if (first === undefined) return null;
  const changed = control.levers.filter(({ name }) => name in setting.levers).map(({ name }) => name);
  const words = valueInWords(first, value, texts);
  return (
    <div className="lever-family">
      <LeverSlider
        lever={first}
        label={t("levers.allElements")}
        value={value}
        valueText={mixed ? t("levers.mixed", { value: words }) : words}
        changed={changed.length > 0}
        onChange={(to, options) => {
          const all = Object.fromEntries(control.levers.map(({ name }) => [name, to]));
          store.change({ levers: withLevers(world, setting, all) }, options);
        }}
      >
        {changed.length > 0 && <ResetButton names={changed} title={t("levers.allElements")} />}
      </LeverSlider>
      <details>
        <summary>{t("levers.eachElement")}</summary>
        {control.levers.map((lever) => (
          <Element key={lever.name} lever={lever} />
        ))}
      </details>
    </div>
  );
}

function Element({ lever }: { readonly lever: Extract<Control, { kind: "family" }>["levers"][number] }) {
  const { world, setting } = useAppState();
  const store = useStore();
  const texts = useTexts();
  const { title } = worldTexts(texts.locale).lever(lever);
  const changed = lever.name in setting.levers;
  return (
    <LeverSlider
      lever={lever}
      label={title}
      value={leverValue(world, setting, lever.name)}
      valueText={settingInWords(lever, courseOf(world, setting, lever), texts)}
      changed={changed}
      onChange={(value, options) =>
        store.change({ levers: withLevers(world, setting, { [lever.name]: value }) }, options)
      }
    >
      {changed && <ResetButton names={[lever.name]} title={title} />}
      <LeverHelp lever={lever} title={title} model={setting.model} />
    </LeverSlider>
  );
}
