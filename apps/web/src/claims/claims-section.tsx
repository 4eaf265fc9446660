import type { ClaimsFile } from "@logjam/analysis";
import { useEffect, useId, useState } from "react";
import { useAppState, useStore } from "../app/store-context.tsx";
import { useTexts } from "../i18n/text.tsx";
import { ClaimCard } from "./claim-card.tsx";
import { countVerdicts } from "./claim-words.ts";
import { OwnClaimForm } from "./own-claim-form.tsx";

interface Chosen {
  readonly file: string;
  readonly text: string;
  readonly value: ClaimsFile;
}

/** A claim file put to both models under the visitor's levers, again whenever a lever moves; and a form for one's own. */
export function ClaimsSection() {
  const { world, claims, progress, setting } = useAppState();
  const store = useStore();
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  const article = world.claims.find(({ id: name }) => name === ARTICLE) ?? world.claims[0];
  const [mine, setMine] = useState<Chosen>();
  const [chosen, setChosen] = useState(article?.file);
  const ours = [...world.claims].sort((a, b) => Number(b === article) - Number(a === article));
  const files: readonly Chosen[] = mine === undefined ? ours : [...ours, mine];
  const shown = files.find(({ file }) => file === chosen);
  useEffect(() => {
    if (shown === undefined) return;
    store.evaluate({ file: shown.file, text: shown.text });
    return () => store.evaluate(undefined);
  }, [shown, store]);
  const result = claims?.file === shown?.file ? claims : undefined;
  const working = progress?.stage === "claims";
  const stale = working || result === undefined || result.asOf !== setting.asOf;
  return (
    <section className="claims" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{t("claims.heading")}</h2>
      <p className="quiet">{t("claims.intro")}</p>
      <label className="claims-file">
        <span>{t("claims.file")}</span>
        <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {files.map(({ file, value }) => (
            <option key={file} value={file}>
              {t(
                file === MINE ? "claims.fileMine" : file === article?.file ? "claims.fileArticle" : "claims.fileOurs",
                {
                  title: value.title,
                },
              )}
            </option>
          ))}
        </select>
      </label>
      <p role="status" className="claims-status">
        {working || result === undefined
          ? `${t("claims.evaluating")} ${working ? t("claims.done", { done: progress.done, of: progress.of }) : ""}`
          : `${countVerdicts(result.verdicts, texts)} ${t("claims.evaluated", { count: result.members })}.`}
      </p>
      <ul className="claim-list">
        {shown?.value.claims.map((claim) => (
          <ClaimCard
            key={claim.id}
            claim={claim}
            verdict={result?.verdicts.find((one) => one.id === claim.id)}
            stale={stale && result !== undefined}
          />
        ))}
      </ul>
      <OwnClaimForm
        onRun={(text, value) => {
          setMine({ file: MINE, text, value });
          setChosen(MINE);
        }}
      />
    </section>
  );
}

/** The file of the article that the project begins with. */
const ARTICLE = "path-to-victory";
/** The name of the visitor's own file. */
const MINE = "my-claim.yaml";
