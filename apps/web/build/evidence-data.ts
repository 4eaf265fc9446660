/** The evidence as the site shows it: sources, series, cross-checks, and the rows that the models' series come from. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crossChecks, openStore, SOURCES, type Store } from "@logjam/evidence";
import type { EvidenceIndex, EvidenceRows } from "../src/evidence/evidence-files.ts";

export async function evidenceData(
  data: string,
): Promise<{ readonly index: EvidenceIndex; readonly rows: EvidenceRows }> {
  const cache = mkdtempSync(join(tmpdir(), "logjam-site-"));
  const store = await openStore({ data, cache });
  try {
    return { index: await indexOf(store), rows: await rowsOf(store) };
  } finally {
    store.close();
    rmSync(cache, { recursive: true, force: true });
  }
}

type Row = readonly (string | number | boolean | null)[];
const ask = async (store: Store, sql: string): Promise<readonly Row[]> =>
  (await store.query(sql)).rows.map((row) =>
    row.map((cell) => (typeof cell === "bigint" ? Number(cell) : cell) as Row[0]),
  );

async function indexOf(store: Store): Promise<EvidenceIndex> {
  const series = await ask(
    store,
    `SELECT series, source, unit, observations::INTEGER, first::VARCHAR, "last"::VARCHAR FROM series ORDER BY source, series`,
  );
  const files = await ask(
    store,
    "SELECT source, count(*)::INTEGER, string_agg(sha256, ' ' ORDER BY source_file) FROM source_files GROUP BY source",
  );
  const old = await ask(store, "SELECT count(*)::INTEGER FROM superseded");
  const checks = await crossChecks(store);
  return {
    format: "logjam-evidence/1",
    sources: Object.entries(SOURCES).map(([id, { title, url, commit, licence, citation, revised }]) => {
      const own = series.filter((row) => row[1] === id);
      const file = files.find((row) => row[0] === id);
      const days = own.flatMap((row) => [row[4], row[5]]).filter((day): day is string => typeof day === "string");
      return {
        id,
        title,
        url,
        commit,
        licence: licence.title,
        citation,
        revised,
        series: own.length,
        observations: own.reduce((sum, row) => sum + Number(row[3]), 0),
        files: Number(file?.[1] ?? 0),
        checksum: createHash("sha256")
          .update(String(file?.[2] ?? ""))
          .digest("hex")
          .slice(0, 12),
        ...(days.length > 0
          ? { first: days.reduce((a, b) => (a < b ? a : b)), last: days.reduce((a, b) => (a > b ? a : b)) }
          : {}),
      };
    }),
    series: series.map(([name, source, unit, observations, first, last]) => ({
      name: String(name),
      source: String(source),
      unit: String(unit),
      observations: Number(observations),
      first: first === null ? "" : String(first),
      last: last === null ? "" : String(last),
    })),
    checks: checks.map(({ name, title, unit, points, years }) => ({
      name,
      title,
      unit,
      // Two decimals of a share and whole km² are all that is shown.
      points: points.map(({ date, value }) => ({ date, value: Number(value.toPrecision(4)) })),
      years,
    })),
    annotations: (
      await ask(
        store,
        `SELECT series, "from"::VARCHAR, "to"::VARCHAR, kind, text FROM annotations ORDER BY "from", series`,
      )
    ).map(([name, from, to, kind, text]) => ({
      series: String(name),
      from: String(from),
      to: String(to),
      kind: String(kind),
      text: String(text),
    })),
    superseded: Number(old[0]?.[0] ?? 0),
  };
}

async function rowsOf(store: Store): Promise<EvidenceRows> {
  return {
    format: "logjam-rows/1",
    tables: {
      "area-weekly": {
        keys: ["date", "sector"],
        unit: "km²",
        source: "deepstate",
        rows: (
          await ask(
            store,
            "SELECT date::VARCHAR, sector, area_km2, source_file, status || ', ' || map_date FROM area_weekly WHERE date >= '2022-12-05' ORDER BY date, sector",
          )
        ).map(toRow),
      },
      "losses-weekly": {
        keys: ["date", "category"],
        unit: "persons, cumulative",
        source: "general-staff",
        rows: (
          await ask(
            store,
            "SELECT date::VARCHAR, category, cumulative, source_file, source_row FROM losses_weekly WHERE category = 'personnel' AND date >= '2022-12-05' ORDER BY date",
          )
        ).map(toRow),
      },
      "aid-monthly": {
        keys: ["month", "donor"],
        unit: "EUR in the month",
        source: "kiel",
        rows: (
          await ask(
            store,
            "SELECT month, donor_group, value_eur, source_file, 'lines ' || coalesce(source_rows, '(none)') FROM aid_monthly WHERE kind = 'military' AND measure = 'allocated' AND month >= '2022-12' ORDER BY month, donor_group",
          )
        ).map(toRow),
      },
      "meduza-deaths": {
        keys: ["date", "series"],
        unit: "persons a week",
        source: "meduza",
        rows: (
          await ask(
            store,
            "SELECT date::VARCHAR, series, value, source_file, source_row FROM observations WHERE series = 'meduza.deaths' AND date >= '2022-12-05' ORDER BY date",
          )
        ).map(toRow),
      },
    },
  };
}

const toRow = ([when, what, value, file, place]: Row) =>
  [String(when), String(what), Number(value), String(file), String(place)] as const;
