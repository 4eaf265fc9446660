import { useMemo, useState } from "react";
import { useAppState } from "../app/store-context.tsx";
import { UndoButtons } from "../app/undo-buttons.tsx";
import { useTexts } from "../i18n/text.tsx";
import { ChangesList } from "./changes-list.tsx";
import { controlsOf, leversOf } from "./controls.ts";
import { LeverControl } from "./lever-control.tsx";
import { PresetPicker } from "./preset-picker.tsx";

/** All levers by group, under the preset they start from. Groups that only concern the model's structure stay folded. */
export function LeverPanel() {
  const { world, setting } = useAppState();
  const { t } = useTexts();
  // On a narrow page the groups begin folded: what the levers move stands below them.
  const [wide] = useState(() => matchMedia("(min-width: 60.01rem)").matches);
  const controls = useMemo(() => controlsOf(world), [world]);
  return (
    <aside className="levers" aria-label={t("levers.heading")}>
      <div className="levers-head">
        <h2>{t("levers.heading")}</h2>
        <UndoButtons />
      </div>
      <PresetPicker />
      <ChangesList />
      {world.leverGroups.map(({ id }) => {
        const mine = controls.filter(
          (control) => control.group === id && leversOf(control).some(({ models }) => models.includes(setting.model)),
        );
        if (mine.length === 0) return null;
        const moved = mine.some((control) => leversOf(control).some(({ name }) => name in setting.levers));
        return (
          <details key={id} className="lever-group" open={(wide && id !== "structure") || moved}>
            <summary>
              <h3>{t(`levers.group.${id}`)}</h3>
            </summary>
            <p className="quiet">{t(`levers.groupHelp.${id}`)}</p>
            {mine.map((control) => (
              <LeverControl key={control.id} control={control} />
            ))}
          </details>
        );
      })}
    </aside>
  );
}
