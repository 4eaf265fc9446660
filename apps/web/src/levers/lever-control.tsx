import { useId } from "react";
import { useAppState, useStore } from "../app/store-context.tsx";
import { leverValue } from "../contract.ts";
import { useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import type { Control } from "./controls.ts";
import { FamilyControl } from "./family-control.tsx";
import { LeverHelp } from "./lever-help.tsx";
import { LeverSlider } from "./lever-slider.tsx";
import { settingInWords } from "./lever-words.ts";
import { ResetButton } from "./reset-button.tsx";
import { RuleChoice } from "./rule-choice.tsx";
import { courseOf, withLevers } from "./settings.ts";

/** The right control for what a lever or a family of levers is. */
export function LeverControl({ control }: { readonly control: Control }) {
  switch (control.kind) {
    case "single":
      return <SingleControl control={control} />;
    case "switch":
      return <SwitchControl control={control} />;
    case "family":
      return <FamilyControl control={control} />;
    case "choice":
      return <RuleChoice control={control} />;
  }
}

function SingleControl({ control: { lever } }: { readonly control: Extract<Control, { kind: "single" }> }) {
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

function SwitchControl({ control: { lever } }: { readonly control: Extract<Control, { kind: "switch" }> }) {
  const { world, setting } = useAppState();
  const store = useStore();
  const texts = useTexts();
  const id = useId();
  const { title } = worldTexts(texts.locale).lever(lever);
  const changed = lever.name in setting.levers;
  return (
    <div className={changed ? "lever lever-switch lever-changed" : "lever lever-switch"}>
      <div className="lever-line">
        <input
          id={id}
          type="checkbox"
          checked={leverValue(world, setting, lever.name) > 0}
          onChange={(event) =>
            store.change({ levers: withLevers(world, setting, { [lever.name]: event.target.checked ? 1 : 0 }) })
          }
        />
        <label htmlFor={id}>{title}</label>
        {changed && <ResetButton names={[lever.name]} title={title} />}
        <LeverHelp lever={lever} title={title} model={setting.model} />
      </div>
    </div>
  );
}
