import type { ClaimsFile } from "@logjam/analysis";
import { useMemo, useReducer, useState } from "react";
import { useAppState } from "../app/store-context.tsx";
import { saveFile } from "../export/save-file.ts";
import { useTexts } from "../i18n/text.tsx";
import { NumberField, SelectField, TextField } from "./fields.tsx";
import { checked, emptyDraft, reduce, yamlOf } from "./own-claim.ts";
import { sentenceFor } from "./own-claim-words.ts";
import { TestFields } from "./test-fields.tsx";

const FILE = "my-claim.yaml";

/** A claim of one's own: said in words, taken apart into tests, checked by the command's own schema, exported as its file. */
export function OwnClaimForm({ onRun }: { readonly onRun: (text: string, value: ClaimsFile) => void }) {
  const { world, setting } = useAppState();
  const texts = useTexts();
  const { t, day } = texts;
  const [draft, dispatch] = useReducer(reduce, undefined, () =>
    emptyDraft({
      asOf: setting.asOf,
      horizonWeeks: setting.horizonWeeks,
      scenario: setting.scenario,
      against: world.scenarios.find(({ id }) => id !== setting.scenario)?.id ?? setting.scenario,
    }),
  );
  const [showing, setShowing] = useState(false);
  const text = useMemo(
    () =>
      yamlOf({
        ...draft,
        tests: draft.tests.map((test) =>
          test.says === "" ? { ...test, says: sentenceFor(test, world, texts) } : test,
        ),
      }),
    [draft, world, texts],
  );
  const check = checked(FILE, text);
  return (
    <details className="own-claim">
      <summary>
        <h2>{t("ownClaim.heading")}</h2>
      </summary>
      <p className="quiet">{t("ownClaim.intro")}</p>
      <form onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t("ownClaim.title")}
          value={draft.title}
          onChange={(title) => dispatch({ type: "set", change: { title } })}
        />
        <TextField
          label={t("ownClaim.point")}
          value={draft.point}
          onChange={(point) => dispatch({ type: "set", change: { point } })}
        />
        <div className="field-row">
          <TextField
            label={t("ownClaim.author")}
            value={draft.author}
            onChange={(author) => dispatch({ type: "set", change: { author } })}
          />
          <TextField
            label={t("ownClaim.url")}
            value={draft.url}
            onChange={(url) => dispatch({ type: "set", change: { url } })}
          />
          <TextField
            type="date"
            label={t("ownClaim.date")}
            value={draft.date}
            onChange={(date) => dispatch({ type: "set", change: { date } })}
          />
        </div>
        <div className="field-row">
          <SelectField
            label={t("ownClaim.asOf")}
            value={draft.asOf}
            options={[...world.dates].reverse().map(({ date }) => [date, day(date)] as const)}
            onChange={(asOf) => dispatch({ type: "set", change: { asOf } })}
          />
          <NumberField
            label={t("ownClaim.horizon")}
            value={draft.horizonWeeks}
            low={13}
            high={520}
            step={1}
            onChange={(horizonWeeks) => dispatch({ type: "set", change: { horizonWeeks } })}
          />
        </div>
        <h3>{t("ownClaim.tests")}</h3>
        {draft.tests.map((test, place) => (
          <TestFields
            key={test.id}
            test={test}
            number={place + 1}
            onChange={(change) => dispatch({ type: "set-test", id: test.id, change })}
            onRemove={draft.tests.length > 1 ? () => dispatch({ type: "remove-test", id: test.id }) : undefined}
          />
        ))}
        <p className="buttons">
          <button type="button" onClick={() => dispatch({ type: "add-test" })}>
            {t("ownClaim.addTest")}
          </button>
        </p>
        {!check.ok && (
          <p className="fault" role="status">
            {t("ownClaim.fault", { reason: check.reason })} <small lang="en">{check.nextStep}</small>
          </p>
        )}
        <p className="buttons">
          <button type="button" disabled={!check.ok} onClick={() => check.ok && onRun(text, check.value)}>
            {t("ownClaim.run")}
          </button>
          <button
            type="button"
            disabled={!check.ok}
            onClick={() => saveFile(FILE, new Blob([text], { type: "application/yaml" }))}
          >
            {t("ownClaim.export")}
          </button>
          <button type="button" className="plain" aria-expanded={showing} onClick={() => setShowing(!showing)}>
            {t("ownClaim.yaml")}
          </button>
        </p>
        {showing && (
          <pre className="yaml" lang="en">
            {text}
          </pre>
        )}
      </form>
    </details>
  );
}
