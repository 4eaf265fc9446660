import "./track-record.css";
import { useCallback } from "react";
import { useAppState } from "../app/store-context.tsx";
import { DataTable } from "../charts/data-table.tsx";
import { FigureActions } from "../export/figure-actions.tsx";
import { type Texts, useTexts } from "../i18n/text.tsx";
import { loadPart } from "../map/load-part.ts";
import { NotReady } from "../map/not-ready.tsx";
import { useLoaded } from "../map/use-loaded.ts";
import { SkillFigure } from "./skill-figure.tsx";
import { beaten, HORIZONS, NAIVE, OURS, skillOf, speaker, standings, type Verdict, verdictOf } from "./standing.ts";
import type { TrackRecord } from "./track-record-file.ts";
import { forecasterWords, targetWords } from "./track-words.ts";

/** What a newspaper would ask about first. */
const FIRST = "area-total";

/** How good have the forecasts been? In plain words first, then the figure, then all numbers. */
export function TrackRecordPage() {
  const { parts } = useAppState().world;
  const load = useCallback(
    async () => (await (await loadPart(document.baseURI, parts, "track-record")).json()) as TrackRecord,
    [parts],
  );
  const loaded = useLoaded(load);
  return loaded.state === "ready" ? <Page record={loaded.value} /> : <NotReady loaded={loaded} />;
}

function Page({ record }: { readonly record: TrackRecord }) {
  const texts = useTexts();
  const { t, month } = texts;
  const own = speaker(record, FIRST);
  return (
    <article className="track-record">
      <h1>{t("track.title")}</h1>
      <p className="lead">{inWords(record, texts)}</p>
      <p>{t("track.how", { count: record.origins, first: month(record.first), last: month(record.last) })}</p>
      <figure className="chart" data-figure="track-record">
        <figcaption>
          <h2>{t("track.figureTitle")}</h2>
          <p className="unit">{t("track.figureUnit")}</p>
        </figcaption>
        <SkillFigure record={record} target={FIRST} forecasters={shownIn(record, own)} />
        <p className="chart-note">{t("track.figureNote")}</p>
        <p className="chart-source">
          {t("track.figureSource", { first: month(record.first), last: month(record.last) })}
        </p>
        <FigureActions id="track-record" />
      </figure>
      <Honest record={record} own={own} />
      <Beaten record={record} />
      <section>
        <h2>{t("track.allHeading")}</h2>
        <p>{t("track.allHelp")}</p>
        <DataTable
          file="logjam-track-record"
          table={() => allNumbers(record, texts)}
          shown={(value, column) => (typeof value === "number" ? shownNumber(value, column, texts) : value)}
        />
      </section>
      <section>
        <h2>{t("track.readHeading")}</h2>
        <ul>
          {(["readSkill", "readBest", "readBlind", "readYears", "readRevised"] as const).map((key) => (
            <li key={key}>{t(`track.${key}`)}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}

/** Ours, the naive rule that stood best most often, and the best of the stronger rules. */
function shownIn(record: TrackRecord, own: string | undefined): readonly string[] {
  const simple = [...new Set(record.rows.map(({ forecaster }) => forecaster))].filter(
    (id) => !OURS.includes(id) && !NAIVE.includes(id),
  );
  const mean = (id: string) =>
    HORIZONS.reduce((sum, weeks) => sum + (skillOf(record, FIRST, id, weeks)?.skill ?? -1), 0) / HORIZONS.length;
  const best = simple.sort((a, b) => mean(b) - mean(a))[0];
  const others = OURS.filter(
    (id) => id !== own && record.rows.some((row) => row.target === FIRST && row.forecaster === id),
  );
  return [...(own ? [own] : []), ...others.slice(0, 2), ...(best ? [best] : []), "no-change"];
}

/** The whole record in a few sentences: where our forecaster came closer, where no one can tell, where a rule did better. */
function inWords(record: TrackRecord, texts: Texts): string {
  const { t, exactPercent, locale } = texts;
  const own = speaker(record, FIRST);
  if (own === undefined) return t("track.wordsNone");
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const share = (value: number) => exactPercent(Math.round(value * 100) / 100);
  const found = standings(record, FIRST).flatMap(({ weeks, ours }) =>
    ours ? [{ weeks, ours, verdict: verdictOf(ours) }] : [],
  );
  const said = (verdict: Verdict, key: "track.wordsBetter" | "track.wordsWorse" | "track.wordsOpen") => {
    const rows = found.filter((one) => one.verdict === verdict);
    if (rows.length === 0) return [];
    const items = rows.map(({ weeks, ours }) =>
      verdict === "open"
        ? t("track.ahead", { count: weeks })
        : t("track.wordsItem", {
            ahead: t("track.ahead", { count: weeks }),
            share: share(Math.abs(ours.skill)),
            low: share(ours.skillLow),
            high: share(ours.skillHigh),
          }),
    );
    return [t(key, { name: forecasterWords(own, texts), list: list.format(items) })];
  };
  return [
    ...said("better", "track.wordsBetter"),
    ...said("worse", "track.wordsWorse"),
    ...said("open", "track.wordsOpen"),
  ].join(" ");
}

/** Below this mean share inside the 80 % intervals they were plainly too narrow. */
const TOO_NARROW = 0.7;

/** Whether what should happen in eight of ten cases did. */
function Honest({ record, own }: { readonly record: TrackRecord; readonly own: string | undefined }) {
  const texts = useTexts();
  const { t, exactPercent } = texts;
  if (own === undefined) return null;
  const rows = HORIZONS.flatMap((weeks) => {
    const row = skillOf(record, FIRST, own, weeks);
    return row && row.covered80 !== null ? [{ weeks, covered: row.covered80, origins: row.origins }] : [];
  });
  const mean = rows.reduce((sum, { covered }) => sum + covered, 0) / rows.length;
  return (
    <section>
      <h2>{t("track.honestHeading")}</h2>
      <p>
        {t(mean < TOO_NARROW ? "track.honestNarrow" : "track.honestFair")}{" "}
        {t("track.honestHelp", { name: forecasterWords(own, texts) })}
      </p>
      <ul className="coverage">
        {rows.map(({ weeks, covered, origins }) => (
          <li key={weeks}>
            <span>{t("track.ahead", { count: weeks })}</span>
            <svg width="160" height="14" aria-hidden="true">
              <line className="grid" x1="0" x2="160" y1="7" y2="7" />
              <line className="promised" x1={128} x2={128} y1="0" y2="14" />
              <circle className="dot" cx={160 * covered} cy="7" r="4.5" />
            </svg>
            <span>
              {t("track.honestRow", { share: exactPercent(Math.round(covered * 100) / 100), count: origins })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Beaten({ record }: { readonly record: TrackRecord }) {
  const texts = useTexts();
  const { t, exactPercent } = texts;
  const rows = beaten(record);
  const share = (value: number) => exactPercent(Math.round(value * 100) / 100);
  return (
    <section>
      <h2>{t("track.beatenHeading")}</h2>
      {rows.length === 0 ? (
        <p>{t("track.beatenNowhere")}</p>
      ) : (
        <>
          <p>{t("track.beatenHelp")}</p>
          <table className="beaten">
            <thead>
              <tr>
                <th scope="col">{t("track.target")}</th>
                <th scope="col">{t("track.horizon")}</th>
                <th scope="col">{t("track.bestWas")}</th>
                <th scope="col" className="number">
                  {t("track.skillOfBest")}
                </th>
                <th scope="col" className="number">
                  {t("track.skillOfOurs")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ target, weeks, best, ours }) => (
                <tr key={`${target} ${weeks}`}>
                  <th scope="row">{targetWords(target, texts)}</th>
                  <td>{t("track.ahead", { count: weeks })}</td>
                  <td>{forecasterWords(best.forecaster, texts)}</td>
                  <td className="number">{share(best.skill)}</td>
                  <td className="number">{ours ? share(ours.skill) : t("track.notForecast")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function allNumbers(record: TrackRecord, texts: Texts) {
  const { t } = texts;
  return {
    caption: t("track.allHeading"),
    columns: (
      [
        "target",
        "horizon",
        "forecaster",
        "origins",
        "crps",
        "skill",
        "skillLow",
        "skillHigh",
        "covered50",
        "covered80",
        "covered95",
      ] as const
    ).map((key) => t(`track.${key}`)),
    rows: record.rows.map((row) => [
      targetWords(row.target, texts),
      row.weeks,
      forecasterWords(row.forecaster, texts),
      row.origins,
      ...[row.crps, row.skill, row.skillLow, row.skillHigh, row.covered50, row.covered80, row.covered95].map(
        (value) => value ?? Number.NaN,
      ),
    ]),
  };
}

/** Shares as percent from the fifth column after the score on. */
const shownNumber = (value: number, column: number, { number, exactPercent }: Texts): string =>
  column >= 5 ? exactPercent(Math.round(value * 100) / 100) : number(value);
