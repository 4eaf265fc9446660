import "./evidence.css";
import "../why/why.css";
import { useCallback } from "react";
import { useAppState } from "../app/store-context.tsx";
import { DataTable } from "../charts/data-table.tsx";
import { useTexts } from "../i18n/text.tsx";
import { loadPart } from "../map/load-part.ts";
import { NotReady } from "../map/not-ready.tsx";
import { useLoaded } from "../map/use-loaded.ts";
import { CheckFigure } from "./check-figure.tsx";
import type { EvidenceIndex, EvidenceSource } from "./evidence-files.ts";

/** Which sources each comparison is between. */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  "area-economist": ["economist", "deepstate-archive", "deepstate-daily"],
  "area-liveuamap": ["liveuamap", "deepstate-archive", "deepstate-daily"],
  "killed-share": ["meduza", "general-staff"],
  "confirmed-share": ["oryx", "general-staff"],
};

/** The evidence: sources, licences, dates, how they differ, what to beware of. */
export function EvidencePage() {
  const { parts } = useAppState().world;
  const load = useCallback(
    async () => (await (await loadPart(document.baseURI, parts, "evidence")).json()) as EvidenceIndex,
    [parts],
  );
  const loaded = useLoaded(load);
  return loaded.state === "ready" ? <Page index={loaded.value} /> : <NotReady loaded={loaded} />;
}

function Page({ index }: { readonly index: EvidenceIndex }) {
  const { t, number, shortDay } = useTexts();
  const namesOf = (check: string) =>
    index.sources
      .filter(({ id }) => COMPARED[check]?.includes(id))
      .map(({ citation }) => citation)
      .join("; ");
  return (
    <article className="evidence-page">
      <h1>{t("evidence.title")}</h1>
      <p className="lead">{t("evidence.lead")}</p>
      <section>
        <h2>{t("evidence.sourcesHeading")}</h2>
        <ul className="sources">
          {index.sources.map((source) => (
            <Source key={source.id} source={source} />
          ))}
        </ul>
      </section>
      <section>
        <h2>{t("evidence.checksHeading")}</h2>
        <p>{t("evidence.checksHelp")}</p>
        <div className="checks">
          {index.checks.map((check) => (
            <CheckFigure key={check.name} check={check} sources={namesOf(check.name)} />
          ))}
        </div>
      </section>
      <section>
        <h2>{t("evidence.vintagesHeading")}</h2>
        <p>{t("evidence.vintages")}</p>
        <p>{t("evidence.superseded", { count: index.superseded })}</p>
      </section>
      <section>
        <h2>{t("evidence.bewareHeading")}</h2>
        <p>{t("evidence.bewareHelp")}</p>
        <ul className="beware">
          {index.annotations.map(({ series, from, to, text }) => (
            <li key={`${series} ${from} ${text}`}>
              <code>{series}</code>{" "}
              <small>{from === to ? shortDay(from) : `${shortDay(from)} – ${shortDay(to)}`}</small>
              <br />
              <span lang="en">{text}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t("evidence.seriesHeading")}</h2>
        <DataTable
          file="logjam-series"
          table={() => ({
            caption: t("evidence.seriesHeading"),
            columns: (["series", "source", "unit", "observations", "first", "last"] as const).map((key) =>
              t(`evidence.${key}`),
            ),
            rows: index.series.map(({ name, source, unit, observations, first, last }) => [
              name,
              source,
              unit,
              observations,
              first,
              last,
            ]),
          })}
          shown={(value) => (typeof value === "number" ? number(value) : value)}
        />
        <p className="quiet">{t("evidence.dataBook")}</p>
      </section>
    </article>
  );
}

function Source({ source }: { readonly source: EvidenceSource }) {
  const { t, number, shortDay } = useTexts();
  return (
    <li>
      <h3>
        <a href={source.url} rel="noreferrer">
          {source.title}
        </a>
      </h3>
      <dl>
        {source.first !== undefined && source.last !== undefined && (
          <>
            <dt>{t("evidence.reach")}</dt>
            <dd>
              {shortDay(source.first)} – {shortDay(source.last)}
              {source.revised && ` (${t("evidence.revised")})`}
            </dd>
          </>
        )}
        {source.observations > 0 && (
          <>
            <dt>{t("evidence.observations")}</dt>
            <dd>{number(source.observations)}</dd>
          </>
        )}
        <dt>{t("evidence.licence")}</dt>
        <dd lang="en">{source.licence}</dd>
        <dt>{t("evidence.cite")}</dt>
        <dd lang="en">
          {source.citation}{" "}
          <small>
            {t("evidence.version", { version: source.commit, count: source.files, checksum: source.checksum })}
          </small>
        </dd>
      </dl>
    </li>
  );
}
