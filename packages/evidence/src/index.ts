export type { IsoDate } from "./calendar.ts";
export { addDays, daysBetween, isIsoDate, mondayOnOrAfter, mondayOnOrBefore } from "./calendar.ts";
export { LISTS, type ListKind, listData, type SeriesQuery, showSeries } from "./commands/browse.ts";
export { checkSnapshot, checkText, type Finding } from "./commands/check.ts";
export { type ImportOptions, type ImportReport, importPaths, importText } from "./commands/import.ts";
export { type PlotData, type PlotQuery, piecesOf, plotData } from "./commands/plot.ts";
export { FORMATS, type Format, layOut, runQuery } from "./commands/query.ts";
export { type Trace, trace, traceText } from "./commands/trace.ts";
export { type UpdateOptions, type UpdateReport, updateSnapshot, updateText } from "./commands/update.ts";
export {
  type Comparison,
  type CrossCheck,
  comparisonTable,
  crossChecks,
  type DatedValue,
} from "./cross-checks/cross-checks.ts";
export { type CsvColumnType, csvToParquet } from "./database/csv-to-parquet.ts";
export { openStore, type QueryResult, type Store, type StoreOptions } from "./database/store.ts";
export { EvidenceError, errors } from "./errors.ts";
export { makeFolder, writeTogether } from "./files.ts";
export { distanceFromLine, frontGeometry } from "./geo/front.ts";
export { areaBySector, type GridPart } from "./geo/grid.ts";
export { FRONT_SECTORS, SECTORS, type Sector } from "./geo/sectors.ts";
export { SOURCES, type Source, type SourceId } from "./importers/sources.ts";
export { type ControlGrid, loadControlGrid } from "./reading/control-grid.ts";
export { type AidQuery, Evidence, KnownEvidence } from "./reading/evidence.ts";
export { loadEvidence } from "./reading/load.ts";
export type { AidPoint, AreaPoint, LinePoint, LossPoint, Provenance, SeriesPoint } from "./reading/points.ts";
export { type BuildOptions, type BuildReport, buildSnapshot } from "./snapshot/build.ts";
export { type GridChange, replay } from "./snapshot/grid-weeks.ts";
export { AID_KINDS, type AidKind, type AidMeasure, DONOR_GROUPS, type DonorGroup } from "./snapshot/monthly-aid.ts";
export { type CsvTable, parseCsv } from "./text/csv.ts";
