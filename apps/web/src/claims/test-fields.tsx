import { useAppState } from "../app/store-context.tsx";
import { useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import { NumberField, SelectField, TextField } from "./fields.tsx";
import { KINDS, type Test } from "./own-claim.ts";
import { SERIES, sentenceFor } from "./own-claim-words.ts";

export interface TestFieldsProps {
  readonly test: Test;
  readonly number: number;
  readonly onChange: (change: Partial<Omit<Test, "id">>) => void;
  readonly onRemove: (() => void) | undefined;
}

const DIRECTIONS = ["atLeast", "atMost"] as const;

/** The fields of one test, by its kind. */
export function TestFields({ test, number, onChange, onRemove }: TestFieldsProps) {
  const { world } = useAppState();
  const texts = useTexts();
  const { t } = texts;
  return (
    <fieldset className="test">
      <legend>{t("ownClaim.testNumber", { number })}</legend>
      <SelectField
        label={t("ownClaim.kind")}
        value={test.kind}
        options={KINDS.map((kind) => [kind, t(`ownClaim.kind.${kind}`)] as const)}
        onChange={(kind) => onChange({ kind, bar: kind === "contrast" ? 0 : kind === "observed" ? 1 : 0.5 })}
      />
      <div className="field-row">
        {test.kind === "probability" || test.kind === "contrast" ? (
          <EventFields test={test} onChange={onChange} />
        ) : test.kind === "parameter" ? (
          <ParameterFields test={test} onChange={onChange} />
        ) : (
          <ObservedFields test={test} onChange={onChange} />
        )}
      </div>
      <div className="field-row">
        <SelectField
          label={t(
            test.kind === "contrast"
              ? "ownClaim.directionContrast"
              : test.kind === "observed"
                ? "ownClaim.directionObserved"
                : "ownClaim.direction",
          )}
          value={test.direction}
          options={DIRECTIONS.map((one) => [one, t(`ownClaim.direction.${one}`)] as const)}
          onChange={(direction) => onChange({ direction })}
        />
        <BarField test={test} onChange={onChange} />
      </div>
      <TextField
        label={t("ownClaim.says")}
        value={test.says === "" ? sentenceFor(test, world, texts) : test.says}
        onChange={(says) => onChange({ says })}
      />
      {test.says !== "" && (
        <button type="button" className="plain" onClick={() => onChange({ says: "" })}>
          {t("ownClaim.saysSuggest")}
        </button>
      )}
      {onRemove && (
        <button type="button" className="plain" onClick={onRemove}>
          {t("ownClaim.removeTest", { number })}
        </button>
      )}
    </fieldset>
  );
}

type Part = Pick<TestFieldsProps, "test" | "onChange">;

function EventFields({ test, onChange }: Part) {
  const { world } = useAppState();
  const { t, locale } = useTexts();
  const names = worldTexts(locale);
  const scenarios = world.scenarios.map((one) => [one.id, names.scenario(one).title] as const);
  return (
    <>
      <SelectField
        label={t("ownClaim.scenario")}
        value={test.scenario}
        options={scenarios}
        onChange={(scenario) => onChange({ scenario })}
      />
      {test.kind === "contrast" && (
        <SelectField
          label={t("ownClaim.against")}
          value={test.against}
          options={scenarios}
          onChange={(against) => onChange({ against })}
        />
      )}
      <SelectField
        label={t("ownClaim.outcome")}
        value={test.outcome}
        options={world.outcomes.map((one) => [one.id, names.outcome(one).title] as const)}
        onChange={(outcome) => onChange({ outcome })}
      />
      <NumberField
        label={t("ownClaim.byWeek")}
        value={test.byWeek}
        low={1}
        high={520}
        step={1}
        onChange={(byWeek) => onChange({ byWeek })}
      />
    </>
  );
}

function ParameterFields({ test, onChange }: Part) {
  const { t } = useTexts();
  return (
    <>
      <TextField
        label={t("ownClaim.parameter")}
        value={test.parameter}
        onChange={(parameter) => onChange({ parameter })}
      />
      <SelectField
        label={t("ownClaim.side")}
        value={test.side}
        options={[["above", t("ownClaim.side.above")] as const, ["below", t("ownClaim.side.below")] as const]}
        onChange={(side) => onChange({ side })}
      />
      <NumberField
        label={t("ownClaim.level")}
        value={test.level}
        low={-1e12}
        high={1e12}
        step={0.1}
        onChange={(level) => onChange({ level })}
      />
    </>
  );
}

function ObservedFields({ test, onChange }: Part) {
  const { t } = useTexts();
  return (
    <>
      <SelectField
        label={t("ownClaim.series")}
        value={test.series}
        options={SERIES.map((one) => [one as string, t(`ownClaim.series.${one}`)] as const)}
        onChange={(series) => onChange({ series })}
      />
      <NumberField
        label={t("ownClaim.weeks")}
        value={test.weeks}
        low={1}
        high={260}
        step={1}
        onChange={(weeks) => onChange({ weeks })}
      />
      <NumberField
        label={t("ownClaim.againstWeeks")}
        value={test.againstWeeks}
        low={1}
        high={260}
        step={1}
        onChange={(againstWeeks) => onChange({ againstWeeks })}
      />
      <NumberField
        label={t("ownClaim.againstEnding")}
        value={test.againstEnding}
        low={0}
        high={260}
        step={1}
        onChange={(againstEnding) => onChange({ againstEnding })}
      />
    </>
  );
}

function BarField({ test, onChange }: Part) {
  const { t } = useTexts();
  if (test.kind === "observed")
    return (
      <NumberField
        label={t("ownClaim.barTimes")}
        value={test.bar}
        low={0}
        high={100}
        step={0.05}
        onChange={(bar) => onChange({ bar })}
      />
    );
  const percent = Number((test.bar * 100).toFixed(4));
  const set = (value: number) => onChange({ bar: Number((value / 100).toFixed(6)) });
  return test.kind === "contrast" ? (
    <NumberField label={t("ownClaim.barPoints")} value={percent} low={-100} high={100} step={1} onChange={set} />
  ) : (
    <NumberField label={t("ownClaim.barPercent")} value={percent} low={0} high={100} step={1} onChange={set} />
  );
}
