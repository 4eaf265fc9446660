import { nearestName } from "@logjam/lang";

/** Every complaint about data: a stable code, the place (file:line, or file and feature), the reason, the next step. */
export class EvidenceError extends Error {
  readonly code: string;
  readonly place: string;
  readonly reason: string;
  readonly nextStep: string;

  constructor(parts: { code: string; place: string; reason: string; nextStep: string }) {
    super(`${parts.code}: ${parts.reason}\n\n  ${parts.place}\n\n  ${parts.nextStep}`);
    this.name = "EvidenceError";
    this.code = parts.code;
    this.place = parts.place;
    this.reason = parts.reason;
    this.nextStep = parts.nextStep;
  }
}

const FETCH_AGAIN = "Fetch the file again from its source; data/datapackage.json names the address.";
const REBUILD =
  "Restore data/ from version control (git checkout data), or rebuild it from the raw files: logjam data build.";

const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);

const suggestion = (name: string, known: readonly string[]): string => {
  const near = nearestName(name.slice(0, 64), known);
  return near === undefined ? `Known: ${known.slice(0, 20).join(", ")}.` : `Did you mean ${near}?`;
};

/** The catalogue: tests call the same functions. */
export const errors = {
  fileMissing: (file: string) =>
    new EvidenceError({ code: "file/missing", place: file, reason: "The file does not exist.", nextStep: REBUILD }),
  rawMissing: (file: string) =>
    new EvidenceError({
      code: "raw/missing",
      place: file,
      reason: "There are no raw files here.",
      nextStep:
        "Give the folder that holds the sources' own files: logjam data build --raw DIR. The product runs without.",
    }),
  fileUnreadable: (file: string, cause: string) =>
    new EvidenceError({
      code: "file/unreadable",
      place: file,
      reason: `The file cannot be read: ${cause}.`,
      nextStep: "Check that it is a file and that you may read it.",
    }),
  unwritable: (file: string, cause: string) =>
    new EvidenceError({
      code: "file/unwritable",
      place: file,
      reason: `Nothing was written: ${cause}.`,
      nextStep: "Choose a folder that exists on a disk with room and that you may write to.",
    }),
  tooLarge: (file: string, bytes: number, limit: number) =>
    new EvidenceError({
      code: "file/too-large",
      place: file,
      reason: `${bytes} bytes are more than the limit of ${limit} bytes for one file.`,
      nextStep: "No source publishes files of this size: check what it is.",
    }),
  empty: (file: string) =>
    new EvidenceError({ code: "file/empty", place: file, reason: "The file is empty.", nextStep: FETCH_AGAIN }),
  gzipBroken: (file: string, cause: string) =>
    new EvidenceError({
      code: "gzip/broken",
      place: file,
      reason: `The compressed file is truncated or damaged (${cause}).`,
      nextStep: FETCH_AGAIN,
    }),
  gzipBomb: (file: string, limit: number) =>
    new EvidenceError({
      code: "gzip/too-large",
      place: file,
      reason: `Unpacked, the file is larger than ${limit} bytes.`,
      nextStep: "No source publishes files of this size: do not trust it.",
    }),
  encoding: (file: string, found: string) =>
    new EvidenceError({
      code: "text/encoding",
      place: file,
      reason: `The file is not UTF-8 text (${found}).`,
      nextStep: "Save it as UTF-8 (for example with iconv -t UTF-8), or fetch it again.",
    }),
  jsonBroken: (place: string, cause: string) =>
    new EvidenceError({
      code: "json/broken",
      place,
      reason: `This is not JSON: ${cause}.`,
      nextStep: `The file is truncated or was edited by hand. ${FETCH_AGAIN}`,
    }),
  jsonShape: (place: string, expected: string, found: string) =>
    new EvidenceError({
      code: "json/shape",
      place,
      reason: `Expected ${expected}, found ${shown(found)}.`,
      nextStep: FETCH_AGAIN,
    }),
  csvQuote: (place: string) =>
    new EvidenceError({
      code: "csv/quote",
      place,
      reason: "A quotation mark opens here and is never closed.",
      nextStep: `The file is truncated, or a quotation mark inside a field is not doubled. ${FETCH_AGAIN}`,
    }),
  csvWidth: (place: string, expected: number, found: number) =>
    new EvidenceError({
      code: "csv/width",
      place,
      reason: `This row has ${found} fields; the header has ${expected}.`,
      nextStep: `The row is truncated, or a comma inside a field is not quoted. ${FETCH_AGAIN}`,
    }),
  csvDuplicateColumn: (place: string, column: string) =>
    new EvidenceError({
      code: "csv/duplicate-column",
      place,
      reason: `The column ${shown(column)} stands twice in the header.`,
      nextStep: "Remove or rename one of the two.",
    }),
  csvFieldTooLong: (place: string, limit: number) =>
    new EvidenceError({
      code: "csv/field-too-long",
      place,
      reason: `A field is longer than ${limit} characters.`,
      nextStep: "A line break or a closing quotation mark is missing: check the file.",
    }),
  noRows: (place: string) =>
    new EvidenceError({
      code: "csv/no-rows",
      place,
      reason: "The file has a header but no rows.",
      nextStep: FETCH_AGAIN,
    }),
  columnMissing: (place: string, column: string, header: readonly string[]) =>
    new EvidenceError({
      code: "csv/column-missing",
      place,
      reason: `The column ${shown(column)} is missing.`,
      nextStep: `${suggestion(column, header)} Renamed columns must be named as the source names them.`,
    }),
  badNumber: (place: string, found: string, expected: string) =>
    new EvidenceError({
      code: "value/number",
      place,
      reason: `Expected ${expected}, found ${shown(found)}.`,
      nextStep: "Correct the cell, or fetch the file again.",
    }),
  badDate: (place: string, found: string, expected: string) =>
    new EvidenceError({
      code: "value/date",
      place,
      reason: `Expected a date as ${expected}, found ${shown(found)}.`,
      nextStep: "Correct the cell, or fetch the file again.",
    }),
  badText: (place: string, found: string, expected: string) =>
    new EvidenceError({
      code: "value/text",
      place,
      reason: `Expected ${expected}, found ${shown(found)}.`,
      nextStep: "Correct the cell, or fetch the file again.",
    }),
  duplicate: (place: string, key: string, first: string) =>
    new EvidenceError({
      code: "value/duplicate",
      place,
      reason: `${key} stands twice; first at ${first}.`,
      nextStep: "Keep one of the two rows.",
    }),
  cumulativeFalls: (place: string, series: string, before: number, after: number) =>
    new EvidenceError({
      code: "value/cumulative-falls",
      place,
      reason: `${series} is cumulative, but falls from ${before} to ${after}, more than its source ever corrected.`,
      nextStep: "A digit is probably missing in one of the two rows: compare them with the source.",
    }),
  geometryShape: (place: string, expected: string, found: string) =>
    new EvidenceError({
      code: "geometry/shape",
      place,
      reason: `Expected ${expected}, found ${shown(found)}.`,
      nextStep: FETCH_AGAIN,
    }),
  coordinate: (place: string, found: string) =>
    new EvidenceError({
      code: "geometry/coordinate",
      place,
      reason: `Expected [longitude, latitude] in degrees, found ${shown(found)}.`,
      nextStep: "Coordinates must be finite, longitude first, in WGS 84.",
    }),
  coordinatesSwapped: (place: string) =>
    new EvidenceError({
      code: "geometry/swapped",
      place,
      reason: "The coordinates lie in Ukraine only if latitude and longitude are exchanged.",
      nextStep: "GeoJSON puts longitude first: exchange the two.",
    }),
  outsideTheatre: (place: string) =>
    new EvidenceError({
      code: "geometry/outside",
      place,
      reason: "No occupied polygon lies in or near Ukraine.",
      nextStep: "Check that this is a map of the theatre in WGS 84 longitude and latitude.",
    }),
  noOccupiedLayer: (place: string, colours: readonly string[]) =>
    new EvidenceError({
      code: "deepstate/no-occupied-layer",
      place,
      reason: `No polygon has a fill colour that means occupied; colours found: ${colours.join(", ") || "none"}.`,
      nextStep: "If DeepState changed its colours, add them to FILL_ROLES in importers/deepstate-colours.ts.",
    }),
  undated: (place: string, wanted: string) =>
    new EvidenceError({
      code: "map/undated",
      place,
      reason: `The map carries no date: ${wanted}.`,
      nextStep: "Give the file its source's own name, which holds the date.",
    }),
  unknownKind: (place: string, hint: string) =>
    new EvidenceError({
      code: "import/unknown",
      place,
      reason: `No importer recognises this file${hint === "" ? "" : ` (${hint})`}.`,
      nextStep: "logjam data list importers shows what can be read, and how each source is recognised.",
    }),
  sourceIncomplete: (place: string, wanted: string) =>
    new EvidenceError({
      code: "raw/incomplete",
      place,
      reason: `Nothing here was recognised as ${wanted}.`,
      nextStep: "The snapshot needs at least one file of this source: see docs/evidence.md.",
    }),
  unknownName: (what: string, name: string, known: readonly string[]) =>
    new EvidenceError({
      code: "query/unknown",
      place: `${what} ${shown(name)}`,
      reason: `There is no ${what} of this name.`,
      nextStep: suggestion(name, known),
    }),
  asOfOutside: (date: string, first: string, last: string) =>
    new EvidenceError({
      code: "as-of/outside",
      place: `as-of date ${shown(date)}`,
      reason: `The data run from ${first} to ${last}.`,
      nextStep: "Choose a date (year-month-day) in this range.",
    }),
  sqlRefused: (sql: string, reason: string) =>
    new EvidenceError({
      code: "sql/refused",
      place: `query ${shown(sql)}`,
      reason: `The query was not run: ${reason}.`,
      nextStep: "Ask with one SELECT; use --out and --format to write its result to a file.",
    }),
  sqlFailed: (sql: string, message: string) =>
    new EvidenceError({
      code: "sql/failed",
      place: `query ${shown(sql)}`,
      reason: message.split("\n").slice(0, 4).join("\n  "),
      nextStep: "logjam data list tables shows the tables and their columns.",
    }),
  noObservation: (series: string, date: string, near: readonly string[]) =>
    new EvidenceError({
      code: "query/no-observation",
      place: `series ${shown(series)}, ${shown(date)}`,
      reason: "The series has no observation of this day.",
      nextStep:
        near.length === 0
          ? `logjam data show ${series} lists what it has.`
          : `The nearest are of ${near.join(" and ")}.`,
    }),
  traceKeys: (table: string, keys: readonly string[]) =>
    new EvidenceError({
      code: "query/keys",
      place: `trace ${table}`,
      reason: `A number of this table is named by ${keys.join(", ")}.`,
      nextStep: `For example: logjam data trace ${table} ${keys.map((key) => `<${key}>`).join(" ")}`,
    }),
  notPlottable: (series: string, reason: string) =>
    new EvidenceError({
      code: "plot/series",
      place: `series ${shown(series)}`,
      reason: `These series cannot be drawn in one figure: ${reason}.`,
      nextStep: "Choose up to seven series of one unit; logjam data list shows them with their units.",
    }),
  formulaCell: (place: string, found: string) =>
    new EvidenceError({
      code: "value/formula",
      place,
      reason: `The cell begins like a spreadsheet formula: ${shown(found)}.`,
      nextStep: "No source has such cells: the file was tampered with, or saved by a spreadsheet. Fetch it again.",
    }),
  archiveEntry: (place: string, reason: string) =>
    new EvidenceError({
      code: "archive/entry",
      place,
      reason,
      nextStep: "Do not trust this archive: unpack it yourself and look, or fetch the files one by one.",
    }),
  archiveBroken: (file: string, reason: string) =>
    new EvidenceError({
      code: "archive/broken",
      place: file,
      reason: `The archive is truncated or damaged: ${reason}.`,
      nextStep: FETCH_AGAIN,
    }),
  importConflict: (place: string, changes: readonly string[]) =>
    new EvidenceError({
      code: "import/conflict",
      place,
      reason: `The newer files change numbers of a source that does not revise:\n    ${changes.join("\n    ")}`,
      nextStep:
        "Look at the rows. If the newer numbers are right, repeat with --accept-changes; the older ones are kept.",
    }),
  importMissing: (path: string) =>
    new EvidenceError({
      code: "import/missing",
      place: path,
      reason: "There is no such file or folder.",
      nextStep: "Check the path.",
    }),
  nothingToImport: (place: string) =>
    new EvidenceError({
      code: "import/nothing",
      place,
      reason: "None of the files belongs to a known source.",
      nextStep: "logjam data list importers shows what can be read, and how each source is recognised.",
    }),
  fetchFailed: (url: string, reason: string) =>
    new EvidenceError({
      code: "fetch/failed",
      place: url,
      reason,
      nextStep: "Nothing was changed. Try again later, or fetch the file by hand and give it to logjam data import.",
    }),
  snapshotChanged: (file: string) =>
    new EvidenceError({
      code: "snapshot/changed",
      place: file,
      reason: "The file differs from what data/datapackage.json says of it (size or SHA-256).",
      nextStep: REBUILD,
    }),
  snapshotBroken: (place: string, cause: string) =>
    new EvidenceError({ code: "snapshot/broken", place, reason: cause, nextStep: REBUILD }),
} as const;
