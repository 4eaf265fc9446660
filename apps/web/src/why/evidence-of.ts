/** Which rows of the evidence a model's series was made of. */
import type { EvidenceRows, RowTable } from "../evidence/evidence-files.ts";
import { scalarParts } from "./why-model.ts";

interface Origin {
  readonly table: RowTable;
  /** Which rows of the table: those about this element of the series, or about one thing. */
  readonly what: (element: string | undefined) => string | undefined;
  /** The only element that there are data for. */
  readonly only?: string;
}

const everything = () => undefined;
const ORIGINS: Readonly<Record<string, Origin>> = {
  "history.observedChange": { table: "area-weekly", what: (sector) => sector },
  "front.initialArea": { table: "area-weekly", what: (sector) => sector },
  "outcomes.areaHeld": { table: "area-weekly", what: everything },
  "outcomes.areaBySector": { table: "area-weekly", what: (sector) => sector },
  "history.observedClaims": { table: "losses-weekly", what: everything, only: "ru" },
  "manpower.initialClaims": { table: "losses-weekly", what: everything, only: "ru" },
  "outcomes.claimsExpected": { table: "losses-weekly", what: everything },
  "history.observedDeaths": { table: "meduza-deaths", what: everything, only: "ru" },
  "history.observedAllocation": { table: "aid-monthly", what: (donor) => donor },
  "outcomes.allocated": { table: "aid-monthly", what: everything },
  "outcomes.allocatedByDonor": { table: "aid-monthly", what: (donor) => donor },
};

/** Series that are no data: the switch between record and forecast, and the season that the authors set. */
export const NOT_EVIDENCE: readonly string[] = ["history.known", "history.mud"];

export interface RowsOf {
  readonly table: RowTable;
  readonly unit: string;
  readonly source: string;
  /** Newest first. */
  readonly rows: EvidenceRows["tables"][RowTable]["rows"];
}

/** The rows behind a scalar that were on record by a date, newest first; undefined for what is computed. */
export function evidenceOf(evidence: EvidenceRows, scalar: string, asOf: string): RowsOf | undefined {
  const { quantity, elements } = scalarParts(scalar);
  const origin = ORIGINS[quantity];
  if (origin === undefined || (origin.only !== undefined && !elements.includes(origin.only))) return undefined;
  const { rows, unit, source } = evidence.tables[origin.table];
  const wanted = origin.what(elements[0]);
  const known = rows.filter(
    ([when, what]) =>
      when <= asOf.slice(0, when.length) && (wanted === undefined ? what !== "crimea" : what === wanted),
  );
  return { table: origin.table, unit, source, rows: [...known].reverse() };
}
