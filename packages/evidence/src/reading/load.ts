import { join } from "node:path";
import { errors } from "../errors.ts";
import { readBytes } from "../files.ts";
import { SECTORS, type Sector } from "../geo/sectors.ts";
import { AID_KINDS, type AidKind, DONOR_GROUPS, type DonorGroup } from "../snapshot/monthly-aid.ts";
import { type CellReader, cellReader } from "../text/columns.ts";
import { type CsvRow, parseCsv } from "../text/csv.ts";
import { decodeText } from "../text/decode.ts";
import { readHashes, verifyHash } from "./descriptor.ts";
import { Evidence } from "./evidence.ts";
import type { AidPoint, AreaPoint, LossPoint } from "./points.ts";
import { readLine, readSeries } from "./series.ts";

/** Reads the snapshot's three main tables as plain CSV; no database is started. Broken files say where and what to do. */
export function loadEvidence(directory: string): Evidence {
  const hashes = readHashes(directory);
  const read = <Point>(name: string, columns: readonly string[], point: PointReader<Point>): Point[] =>
    readTable(directory, name, columns, point, hashes.get(`${name}.csv`));
  return new Evidence({
    area: read("area-weekly", ["date", "sector", "area_km2", "status", "source_file"], areaPoint),
    losses: read(
      "losses-weekly",
      ["date", "category", "cumulative", "correction", "source_file", "source_row"],
      lossPoint,
    ),
    series: once(() => readSeries(directory)),
    line: once(() => readLine(directory)),
    aid: read("aid-monthly", ["month", "donor_group", "kind", "measure", "value_eur", "known_from"], aidPoint),
  });
}

/** Reads at the first call, and remembers. */
function once<Value>(read: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => {
    found ??= { value: read() };
    return found.value;
  };
}

type PointReader<Point> = (cells: CellReader, row: CsvRow) => Point;

function readTable<Point>(
  directory: string,
  name: string,
  columns: readonly string[],
  point: PointReader<Point>,
  hash: string | undefined,
): Point[] {
  const file = join(directory, `${name}.csv`);
  const bytes = readBytes(file);
  const table = parseCsv(decodeText(bytes, file), file);
  const cells = cellReader(table, columns);
  const points = table.rows.map((row) => point(cells, row));
  verifyHash(file, bytes, hash);
  return points;
}

function oneOf<Name extends string>(cells: CellReader, row: CsvRow, column: string, known: readonly Name[]): Name {
  const found = cells.text(row, column);
  if (!(known as readonly string[]).includes(found)) {
    throw errors.badText(cells.place(row, column), found, `one of ${known.join(", ")}`);
  }
  return found as Name;
}

function areaPoint(cells: CellReader, row: CsvRow): AreaPoint & { sector: Sector } {
  const contested = cells.optional(row, "contested_km2", { min: 0, max: 1e6 });
  const mapDate = cells.date(row, "map_date");
  const date = cells.date(row, "date");
  if (mapDate > date) throw errors.badDate(cells.place(row, "map_date"), mapDate, `a day no later than ${date}`);
  return {
    date,
    sector: oneOf(cells, row, "sector", SECTORS),
    areaKm2: cells.number(row, "area_km2", { min: 0, max: 1e6 }),
    ...(contested === undefined ? {} : { contestedKm2: contested }),
    status: oneOf(cells, row, "status", ["published", "carried"]),
    provenance: { file: cells.text(row, "source_file"), row: "occupied polygons" },
  };
}

function lossPoint(cells: CellReader, row: CsvRow): LossPoint {
  return {
    date: cells.date(row, "date"),
    category: cells.text(row, "category"),
    cumulative: cells.number(row, "cumulative", { min: 0, integer: true }),
    correction: cells.number(row, "correction", { integer: true }),
    status: oneOf(cells, row, "status", ["published", "carried"]),
    provenance: { file: cells.text(row, "source_file"), row: cells.text(row, "source_row") },
  };
}

function aidPoint(cells: CellReader, row: CsvRow): AidPoint {
  const month = cells.text(row, "month");
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw errors.badDate(cells.place(row, "month"), month, "year-month");
  return {
    month,
    group: oneOf<DonorGroup>(cells, row, "donor_group", DONOR_GROUPS),
    kind: oneOf<AidKind>(cells, row, "kind", AID_KINDS),
    measure: oneOf(cells, row, "measure", ["allocated", "committed"]),
    valueEur: cells.number(row, "value_eur"),
    knownFrom: cells.date(row, "known_from"),
    provenance: {
      file: cells.text(row, "source_file"),
      row: `lines ${cells.text(row, "source_rows") || "none (no aid recorded)"}`,
    },
  };
}
