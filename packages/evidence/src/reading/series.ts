import { join } from "node:path";
import { addDays, firstDayAfterMonth, type IsoDate } from "../calendar.ts";
import { readBytes } from "../files.ts";
import { SECTORS, type Sector } from "../geo/sectors.ts";
import { SOURCES, type SourceId } from "../importers/sources.ts";
import { readObservations } from "../snapshot/load-state.ts";
import type { SourcedObservation } from "../snapshot/state.ts";
import { cellReader } from "../text/columns.ts";
import { parseCsv } from "../text/csv.ts";
import { decodeText } from "../text/decode.ts";
import { readHashes, verifyHash } from "./descriptor.ts";
import type { LinePoint, SeriesPoint } from "./points.ts";

const checkedText = (directory: string, path: string, hash: string | undefined): string => {
  const file = join(directory, path);
  const bytes = readBytes(file);
  verifyHash(file, bytes, hash);
  return decodeText(bytes, file);
};

/** Every observation of every source, in order of source, series and date. */
export function readSeries(directory: string): SeriesPoint[] {
  return [...readHashes(directory)]
    .filter(([path]) => /^observations-.*\.csv$/.test(path))
    .flatMap(([path, hash]) => {
      const source = path.slice("observations-".length, -".csv".length) as SourceId;
      return readObservations(checkedText(directory, path, hash), join(directory, path), source).map(seriesPoint);
    });
}

function seriesPoint(observation: SourcedObservation): SeriesPoint {
  const { path, row, source, note: _note, ...numbers } = observation;
  const provenance = { file: path, row };
  return { ...numbers, knownFrom: knownFrom(observation), revised: SOURCES[source].revised, provenance };
}

/** What speaks of a week or a month is known when that is over; what has no date, never as of a date. */
function knownFrom({ date, unit }: SourcedObservation): IsoDate | "" {
  if (date === "") return "";
  if (unit.endsWith("/week")) return addDays(date, 7);
  return unit.endsWith("/month") ? firstDayAfterMonth(date.slice(0, 7)) : date;
}

/** The line of contact by sector on Mondays. */
export function readLine(directory: string): LinePoint[] {
  const file = join(directory, "line-weekly.csv");
  const table = parseCsv(checkedText(directory, "line-weekly.csv", readHashes(directory).get("line-weekly.csv")), file);
  const cells = cellReader(table, ["date", "sector", "front_km"]);
  return table.rows.map((row) => ({
    date: cells.date(row, "date"),
    sector: SECTORS.find((sector) => sector === cells.text(row, "sector")) ?? ("elsewhere" satisfies Sector),
    frontKm: cells.number(row, "front_km", { min: 0 }),
  }));
}
