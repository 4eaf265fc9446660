import { useId, useState } from "react";
import { useTexts } from "../i18n/text.tsx";
import { useAppState, useStore } from "./store-context.tsx";

const HORIZONS = [52, 104, 156] as const;
const MODELS = ["M1", "M2"] as const;

/** The as-of dates on offer, and one click to the article's moment. */
export function AsOfPicker() {
  const { world, setting } = useAppState();
  const store = useStore();
  const { t, day } = useTexts();
  const article = world.dates.find(({ kind }) => kind === "article")?.date;
  return (
    <>
      <label>
        <span>{t("page.asOf")}</span>
        <select
          value={setting.asOf}
          title={t("page.asOfHelp")}
          onChange={(event) => store.change({ asOf: event.target.value })}
        >
          {[...world.dates].reverse().map(({ date, kind }) => (
            <option key={date} value={date}>
              {kind === "newest"
                ? t("page.asOfNewest", { date: day(date) })
                : kind === "article"
                  ? t("page.asOfArticle", { date: day(date) })
                  : day(date)}
            </option>
          ))}
        </select>
      </label>
      {article !== undefined && setting.asOf !== article && (
        <button type="button" className="plain" onClick={() => store.change({ asOf: article })}>
          {t("page.asOfMoment", { date: day(article) })}
        </button>
      )}
    </>
  );
}

/** Whether what happened after the as-of date is drawn; only where there is something to draw. */
export function HindsightSwitch() {
  const { world, setting, record } = useAppState();
  const store = useStore();
  const { t } = useTexts();
  const newest = world.dates[world.dates.length - 1]?.date;
  const later = record?.observed.some(({ hindsight }) => hindsight.length > 0) ?? false;
  if (setting.asOf === newest || !later) return null;
  return (
    <label className="check" title={t("page.hindsightHelp")}>
      <input
        type="checkbox"
        checked={setting.view.hindsight}
        onChange={(event) => store.look({ hindsight: event.target.checked })}
      />
      <span>{t("page.hindsight")}</span>
    </label>
  );
}

/** Which model answers. */
export function ModelPicker() {
  const { setting } = useAppState();
  const store = useStore();
  const { t } = useTexts();
  const id = useId();
  return (
    <fieldset className="models">
      <legend>{t("page.model")}</legend>
      {MODELS.map((model) => (
        <label key={model} className="check" title={t(model === "M1" ? "page.modelHelpM1" : "page.modelHelpM2")}>
          <input
            type="radio"
            name={`${id}-model`}
            checked={setting.model === model}
            onChange={() => store.change({ model })}
          />
          <span>{model}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** How far ahead, and with which seed of chance. */
export function RunDetails() {
  const { setting } = useAppState();
  const store = useStore();
  const { t } = useTexts();
  return (
    <details className="run-details">
      <summary>{t("page.details")}</summary>
      <label>
        <span>{t("page.horizon")}</span>
        <select
          value={setting.horizonWeeks}
          onChange={(event) => {
            const horizonWeeks = Number(event.target.value);
            store.change({ horizonWeeks, byWeek: Math.min(setting.byWeek, horizonWeeks) });
          }}
        >
          {[...new Set([...HORIZONS, setting.horizonWeeks])]
            .sort((a, b) => a - b)
            .map((weeks) => (
              <option key={weeks} value={weeks}>
                {t("page.horizonWeeks", { count: weeks })}
              </option>
            ))}
        </select>
      </label>
      <SeedField key={setting.seed} seed={setting.seed} />
    </details>
  );
}

const SEED = /^\d{1,18}$/;

function SeedField({ seed }: { readonly seed: string }) {
  const store = useStore();
  const { t } = useTexts();
  const id = useId();
  const [text, setText] = useState(seed);
  const right = SEED.test(text);
  const take = () => {
    if (right && text !== seed) store.change({ seed: text });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t("page.seed")}</label>
      <input
        id={id}
        inputMode="numeric"
        value={text}
        aria-invalid={!right}
        aria-describedby={`${id}-help`}
        onChange={(event) => setText(event.target.value.trim())}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && take()}
      />
      <small id={`${id}-help`}>{right ? t("page.seedHelp") : t("page.seedWrong")}</small>
    </div>
  );
}
