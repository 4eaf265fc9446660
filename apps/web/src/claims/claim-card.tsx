import { useId } from "react";
import { useAppState, useStore } from "../app/store-context.tsx";
import type { Verdict } from "../contract.ts";
import { useTexts } from "../i18n/text.tsx";
import { worldTexts } from "../i18n/world-text.ts";
import {
  barText,
  type Claim,
  caveatsOf,
  claimTexts,
  partsText,
  reasonOf,
  resultText,
  SIGNS,
  saidBy,
} from "./claim-words.ts";
import { ResultStrip } from "./result-strip.tsx";

export interface ClaimCardProps {
  readonly claim: Claim;
  readonly verdict: Verdict | undefined;
  /** Its verdict is of an older setting. */
  readonly stale: boolean;
}

/** One claim: its verdict, and on opening what that rests on. */
export function ClaimCard({ claim: file, verdict, stale }: ClaimCardProps) {
  const { setting } = useAppState();
  const store = useStore();
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  const claim = claimTexts(file, texts);
  const open = setting.view.focus === file.id;
  const word = verdict?.verdict;
  return (
    <li className={stale ? "claim stale" : "claim"} data-claim={file.id}>
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => store.look({ focus: open ? undefined : file.id })}
        >
          <span className="claim-id">{file.id}</span> <span className="claim-title">{claim.title}</span>
        </button>
      </h3>
      <p className="verdict-line">
        {word === undefined ? (
          <span className="verdict waiting">{t("claims.waiting")}</span>
        ) : (
          <span className={`verdict ${word}`}>
            <span aria-hidden="true">{SIGNS[word]}</span> {t(`claims.verdict.${word}`)}
          </span>
        )}
        {stale && word !== undefined && <small> {t("claims.recomputing")}</small>}
      </p>
      {verdict && <p className="reason">{reasonOf(claim, verdict, texts)}</p>}
      {open && (
        <div id={id} className="claim-why">
          <ClaimBasis claim={claim} verdict={verdict} />
        </div>
      )}
    </li>
  );
}

function ClaimBasis({ claim, verdict }: { readonly claim: Claim; readonly verdict: Verdict | undefined }) {
  const texts = useTexts();
  const { t } = texts;
  const caveats = caveatsOf(claim, verdict, texts);
  return (
    <>
      <p>
        {claim.point} <small>{t("claims.place", { place: claim.place })}</small>{" "}
        {claim.quote !== undefined && (
          <q lang="en" className="quote">
            {claim.quote}
          </q>
        )}
      </p>
      {verdict?.leaning !== undefined && <p>{t("claims.leaning", { word: t(`claims.verdict.${verdict.leaning}`) })}</p>}
      {verdict !== undefined && verdict.propositions.length > 0 && <Propositions claim={claim} verdict={verdict} />}
      {verdict?.hangsOnThreshold && verdict.atThresholds && (
        <p className="hangs">
          {t("claims.hangs", {
            lower: t(`claims.verdict.${verdict.atThresholds.lower}`),
            upper: t(`claims.verdict.${verdict.atThresholds.upper}`),
          })}
        </p>
      )}
      {verdict !== undefined && verdict.drivers.length > 0 && <Drivers verdict={verdict} />}
      {verdict !== undefined && <WhatWouldChange verdict={verdict} />}
      {verdict !== undefined && verdict.byModel.length > 1 && (
        <p>
          <b>{t("claims.models")}</b> {verdict.byModel.map((one) => saidBy(one, texts)).join(" ")}
        </p>
      )}
      {verdict !== undefined && verdict.rule.length > 0 && (
        <details className="rule-steps">
          <summary>{t("claims.rule")}</summary>
          <ol lang="en">
            {verdict.rule.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      )}
      {caveats.length > 0 && (
        <>
          <h4>{t("claims.caveats")}</h4>
          <ul>
            {caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Propositions({ claim, verdict }: { readonly claim: Claim; readonly verdict: Verdict }) {
  const { world } = useAppState();
  const texts = useTexts();
  const { t } = texts;
  return (
    <>
      <h4>{t("claims.propositions")}</h4>
      <ol className="propositions">
        {verdict.propositions.map((result, i) => {
          const [lower, upper] = result.sensitivity;
          return (
            <li key={result.sentence}>
              <p>{claim.propositions?.[i]?.says ?? result.sentence}</p>
              <ResultStrip result={result} />
              <p className="result">
                <b>{resultText(result, texts)}</b>, {barText(result, texts)}:{" "}
                <strong className={`holds-${result.holds}`}>{t(`claims.holds.${result.holds}`)}</strong>.
              </p>
              {result.parts.length > 1 && <p className="quiet">{partsText(result, world, texts)}</p>}
              {lower !== undefined && upper !== undefined && (
                <p className="quiet">
                  {t("claims.sensitivity", {
                    lower: resultText({ ...lower, kind: result.kind }, texts),
                    higher: resultText({ ...upper, kind: result.kind }, texts),
                  })}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** The test that decides, where the parameter that matters most is at its lowest and at its highest. */
function WhatWouldChange({ verdict }: { readonly verdict: Verdict }) {
  const texts = useTexts();
  const { t, number, locale } = texts;
  const decided = verdict.propositions[verdict.deciding ?? -1];
  if (verdict.change === undefined || decided === undefined) return null;
  const { parameter, lowest, highest } = verdict.change;
  const said = (quarter: typeof lowest) => ({
    bound: `${number(quarter.bound)}${parameter.unit === "1" ? "" : ` ${parameter.unit}`}`,
    result: resultText({ ...quarter, kind: decided.kind }, texts),
    holds: t(`claims.holds.${quarter.holds}`),
  });
  return (
    <>
      <h4>{t("claims.changeHeading")}</h4>
      <p>
        {t("claims.changeAbout", {
          test: (verdict.deciding ?? 0) + 1,
          parameter: worldTexts(locale).parameter(parameter.name, parameter.meaning),
        })}
      </p>
      <ul>
        <li>{t("claims.changeLowest", said(lowest))}</li>
        <li>{t("claims.changeHighest", said(highest))}</li>
      </ul>
    </>
  );
}

function Drivers({ verdict }: { readonly verdict: Verdict }) {
  const { t, fixed, percent, locale } = useTexts();
  const store = useStore();
  const names = worldTexts(locale);
  return (
    <>
      <h4>{t("claims.drivers")}</h4>
      <ul className="drivers">
        {verdict.drivers.map(({ name, meaning, rankCorrelation, contraction, clear }) => (
          <li key={name}>
            {names.parameter(name, meaning)}{" "}
            <small>
              {t("claims.driverMoves", {
                correlation: fixed(rankCorrelation, 2),
                contraction: percent(Math.max(0, contraction)),
              })}
              {clear === false && ` ${t("claims.driverUnclear")}`}
            </small>{" "}
            <button
              type="button"
              className="plain why"
              aria-label={t("charts.whyFor", { title: name })}
              onClick={() => store.look({ section: "why", focus: name })}
            >
              {t("charts.why")}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
