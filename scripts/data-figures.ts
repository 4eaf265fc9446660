/**
 * Draws the figures of docs/evidence.md from the snapshot and writes its tables of offsets anew: `npx tsx
 * scripts/data-figures.ts`. The same snapshot gives the same files.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type CrossCheck,
  comparisonTable,
  crossChecks,
  openStore,
  piecesOf,
  SOURCES,
  type Store,
} from "@logjam/evidence";
import { formatNumber, type LineSeries, lineChart } from "@logjam/figures";
import { serverDocument, svgToPng } from "@logjam/figures/node";

const HOME = fileURLToPath(new URL("..", import.meta.url));
const FIGURES = join(HOME, "docs", "figures");
const PAGE = join(HOME, "docs", "evidence.md");

const store = await openStore({ data: join(HOME, "data"), cache: join(HOME, ".cache") });
const checks = await crossChecks(store);
await drawAll(store, checks);
rewriteTables(checks);
store.close();

async function drawAll(from: Store, all: readonly CrossCheck[]): Promise<void> {
  const last = String((await from.query("SELECT max(date)::VARCHAR FROM area_weekly")).rows[0]![0]);
  const area = "DeepState; The Economist after ISW; liveuamap. Area by Logjam";
  draw("evidence-area", {
    title: "Three definitions of control",
    unit: "km² held by Russia, Crimea included",
    source: area,
    dataDate: last,
    series: [
      {
        label: "The Economist (ISW)",
        points: await points(
          from,
          "SELECT date::VARCHAR, value FROM observations WHERE series = 'economist.area' AND date >= '2022-12-05' AND dayofweek(date) = 1 ORDER BY date",
        ),
      },
      {
        label: "DeepState",
        points: await points(
          from,
          "SELECT date::VARCHAR, sum(area_km2) FROM area_weekly WHERE date >= '2022-12-05' GROUP BY date ORDER BY date",
        ),
      },
      {
        label: "liveuamap",
        points: await points(
          from,
          "SELECT date::VARCHAR, value FROM observations WHERE series = 'liveuamap.area' AND date >= '2022-12-05' AND dayofweek(date) = 1 ORDER BY date",
        ),
      },
    ],
    low: 104_000,
    annotations: [{ date: "2023-06-05", label: "redraws" }],
  });
  draw("evidence-area-differences", {
    title: "How much more than DeepState the others see held",
    unit: "km²",
    source: area,
    dataDate: last,
    series: [
      { label: "The Economist (ISW)", points: pick(all, "area-economist").points },
      { label: "liveuamap", points: pick(all, "area-liveuamap").points },
    ],
    fromZero: true,
    annotations: [{ date: "2023-06-05", label: "redraws" }],
  });
  draw("evidence-deaths", {
    title: "Claimed casualties and estimated deaths",
    unit: "Russian persons a week",
    source: `${SOURCES["general-staff"].citation}; ${SOURCES.meduza.citation}`,
    dataDate: last,
    series: [
      {
        label: "Claimed killed and wounded",
        points: await points(
          from,
          "SELECT * FROM (SELECT date::VARCHAR AS date, cumulative - lag(cumulative) OVER (ORDER BY date) AS value FROM losses_weekly WHERE category = 'personnel') WHERE value IS NOT NULL ORDER BY date",
        ),
      },
      {
        label: "Deaths, with 95 % interval",
        points: await points(
          from,
          "SELECT date::VARCHAR, value FROM observations WHERE series = 'meduza.deaths' ORDER BY date",
        ),
        band: await bands(from),
      },
    ],
    fromZero: true,
    annotations: [{ date: "2025-02-28", label: "correction" }],
  });
  draw("evidence-shares", {
    title: "What independent counts find of what is claimed",
    unit: "share of the General Staff's claim",
    source: `${SOURCES["general-staff"].citation}; ${SOURCES.meduza.citation}; ${SOURCES.oryx.citation}`,
    dataDate: last,
    series: [
      { label: "Deaths per casualty", points: pick(all, "killed-share").points },
      ...piecesOf("Confirmed per item", pick(all, "confirmed-share").points).map((piece) => ({ ...piece, colour: 1 })),
    ],
    fromZero: true,
    formatY: (value) => value.toFixed(1),
    annotations: [],
  });
}

interface Drawing {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly dataDate: string;
  readonly series: readonly LineSeries[];
  readonly annotations: readonly { readonly date: string; readonly label: string }[];
  readonly low?: number;
  readonly fromZero?: boolean;
  readonly formatY?: (value: number) => string;
}

function draw(name: string, { title, unit, source, dataDate, ...data }: Drawing): void {
  const canvas = { document: serverDocument(), width: 720, padding: 16 };
  const svg = lineChart({ formatY: formatNumber, ...data }, { title, unit, source, dataDate }, canvas, name);
  writeFileSync(join(FIGURES, `${name}.svg`), svg);
  if (process.argv.includes("--png")) writeFileSync(join(FIGURES, `${name}.png`), svgToPng(svg));
}

function pick(all: readonly CrossCheck[], wanted: string): CrossCheck {
  return all.find(({ name }) => name === wanted)!;
}

async function points(from: Store, sql: string): Promise<{ date: string; value: number }[]> {
  return (await from.query(sql)).rows.map(([date, value]) => ({ date: String(date), value: Number(value) }));
}

async function bands(from: Store): Promise<{ date: string; low: number; high: number }[]> {
  const { rows } = await from.query(
    "SELECT date::VARCHAR, low, high FROM observations WHERE series = 'meduza.deaths' ORDER BY date",
  );
  return rows.map(([date, low, high]) => ({ date: String(date), low: Number(low), high: Number(high) }));
}

/** Replaces what stands between the marks of each comparison. */
function rewriteTables(all: readonly CrossCheck[]): void {
  let page = readFileSync(PAGE, "utf8");
  for (const check of all) {
    const [begin, end] = [`<!-- begin ${check.name} -->`, `<!-- end ${check.name} -->`];
    const [before, rest] = [page.indexOf(begin), page.indexOf(end)];
    if (before < 0 || rest < 0) throw new Error(`docs/evidence.md has no marks for ${check.name}`);
    page = `${page.slice(0, before + begin.length)}\n${comparisonTable(check)}\n${page.slice(rest)}`;
  }
  writeFileSync(PAGE, page);
}
