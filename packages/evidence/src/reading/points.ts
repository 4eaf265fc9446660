import type { IsoDate } from "../calendar.ts";
import type { Sector } from "../geo/sectors.ts";
import type { AidKind, AidMeasure, DonorGroup } from "../snapshot/monthly-aid.ts";

/** Where a number stands in its source: the raw file, and the row, entry or feature in it. */
export interface Provenance {
  readonly file: string;
  readonly row: string;
}

/** Area on one Monday, km²: of a sector, or of a total. */
export interface AreaPoint {
  readonly date: IsoDate;
  readonly sector: Sector | "area-total" | "area-with-crimea";
  readonly areaKm2: number;
  /** Area of unknown status, km²; absent where the source does not show it (from July 2024). */
  readonly contestedKm2?: number;
  readonly status: "published" | "carried";
  readonly provenance: Provenance;
}

/** Claimed losses up to one Monday: persons for personnel, items for the rest. */
export interface LossPoint {
  readonly date: IsoDate;
  readonly category: string;
  readonly cumulative: number;
  /** The source's own corrections in the seven days up to the Monday; contained in `cumulative`. */
  readonly correction: number;
  readonly status: "published" | "carried";
  readonly provenance: Provenance;
}

/** Aid of one month, EUR. */
export interface AidPoint {
  readonly month: string;
  readonly group: DonorGroup;
  readonly kind: AidKind;
  readonly measure: AidMeasure;
  readonly valueEur: number;
  /** First day on which the figure counts as known. */
  readonly knownFrom: IsoDate;
  readonly provenance: Provenance;
}

/** One number of any source, in the source's own time steps. */
export interface SeriesPoint {
  readonly series: string;
  /** Day, or first day of the week or month; empty where the source gives none. */
  readonly date: IsoDate | "";
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly unit: string;
  readonly place?: string;
  /** First day on which it counts as known; empty for undated numbers, which no as-of date knows. */
  readonly knownFrom: IsoDate | "";
  /** Whether its source revises the past: then the number is of a later release than the as-of date. */
  readonly revised: boolean;
  readonly provenance: Provenance;
}

/** Length of the line of contact in a sector on a Monday, km. */
export interface LinePoint {
  readonly date: IsoDate;
  readonly sector: Sector;
  readonly frontKm: number;
}
