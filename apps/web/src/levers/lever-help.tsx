import { useId, useState } from "react";
import { FoldButton } from "../app/fold-button.tsx";
import type { LeverInfo, ModelName, Range } from "../contract.ts";
import { useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";

/** What a lever means, costs and does, folded away until asked for. */
export function LeverHelp({
  lever,
  title,
  model,
}: {
  readonly lever: LeverInfo;
  readonly title: string;
  readonly model: ModelName;
}) {
  const texts = useTexts();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <FoldButton
        className="lever-help-button"
        open={open}
        controls={id}
        label={texts.t("levers.helpFor", { lever: title })}
        onToggle={() => setOpen(!open)}
      />
      {open && <LeverFacts id={id} lever={lever} model={model} />}
    </>
  );
}

function LeverFacts({
  id,
  lever,
  model,
}: {
  readonly id: string;
  readonly lever: LeverInfo;
  readonly model: ModelName;
}) {
  const texts = useTexts();
  const { t, number } = texts;
  const world = worldTexts(texts.locale);
  const { meaning, source } = world.lever(lever);
  const weeks = ({ p05, p50, p95 }: Range) =>
    t("levers.weeksRange", { p05: number(p05), p50: number(p50), p95: number(p95) });
  const other = lever.models.find((name) => name !== model);
  return (
    <div id={id} className="lever-help">
      <p>{meaning}</p>
      {!lever.models.includes(model) && other !== undefined && (
        <p>{t("levers.onlyIn", { model: other, current: model })}</p>
      )}
      <dl>
        <Fact name={t("levers.unit")} value={lever.unit === "1" ? t("levers.unitShare") : lever.unit} />
        {lever.cost && (
          <Fact name={t("levers.cost")} value={t("levers.costValue", { value: number(lever.cost.eurPerWeek / 1e6) })} />
        )}
        {lever.lagWeeks && <Fact name={t("levers.lag")} value={weeks(lever.lagWeeks)} />}
        {lever.halfLifeWeeks && <Fact name={t("levers.halfLife")} value={weeks(lever.halfLifeWeeks)} />}
        {lever.effect && (
          <Fact
            name={t("levers.effect")}
            value={`${t("levers.effectRange", {
              p05: number(lever.effect.p05),
              p50: number(lever.effect.p50),
              p95: number(lever.effect.p95),
            })} — ${world.effect(lever) ?? ""}`}
          />
        )}
        <Fact name={t("levers.source")} value={source} />
      </dl>
    </div>
  );
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
