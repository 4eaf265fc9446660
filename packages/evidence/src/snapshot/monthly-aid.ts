import { firstDayAfterMonth, type IsoDate, monthsBetween } from "../calendar.ts";
import { groupBy } from "../group.ts";
import type { SourcedObservation } from "./state.ts";

export const DONOR_GROUPS = ["us", "germany", "uk-nordic-baltic-poland", "rest-of-eu-and-others"] as const;
export type DonorGroup = (typeof DONOR_GROUPS)[number];

export const AID_KINDS = ["military", "financial", "humanitarian", "total"] as const;
export type AidKind = (typeof AID_KINDS)[number];

/** `allocated`: set aside for a definite delivery, by kind. `committed`: pledged, which the source gives as a total only. */
export type AidMeasure = "allocated" | "committed";

const GROUP_OF_COUNTRY: Readonly<Record<string, DonorGroup>> = {
  "United States": "us",
  Germany: "germany",
  "United Kingdom": "uk-nordic-baltic-poland",
  Poland: "uk-nordic-baltic-poland",
  Denmark: "uk-nordic-baltic-poland",
  Finland: "uk-nordic-baltic-poland",
  Iceland: "uk-nordic-baltic-poland",
  Norway: "uk-nordic-baltic-poland",
  Sweden: "uk-nordic-baltic-poland",
  Estonia: "uk-nordic-baltic-poland",
  Latvia: "uk-nordic-baltic-poland",
  Lithuania: "uk-nordic-baltic-poland",
};

/** Every donor that is not named, the EU's institutions and new ones among them, is of the last group. */
export const donorGroupOf = (country: string): DonorGroup => GROUP_OF_COUNTRY[country] ?? "rest-of-eu-and-others";

export interface MonthAid {
  readonly month: string;
  readonly group: DonorGroup;
  readonly kind: AidKind;
  readonly measure: AidMeasure;
  readonly valueEur: number;
  /** The day from which the month's figure may be used: the first day after the month. */
  readonly knownFrom: IsoDate;
  readonly sourceFile: string;
  /** Lines of the source that were summed; empty when the source has none, which stands for no aid. */
  readonly sourceRows: string;
}

/** Which series of the source make which figure. */
const FIGURES: readonly { series: string; kind: AidKind; measure: AidMeasure }[] = [
  { series: "kiel.military", kind: "military", measure: "allocated" },
  { series: "kiel.financial", kind: "financial", measure: "allocated" },
  { series: "kiel.humanitarian", kind: "humanitarian", measure: "allocated" },
  { series: "kiel.total", kind: "total", measure: "allocated" },
  { series: "kiel.commitments", kind: "total", measure: "committed" },
];

/**
 * Donor-months summed to groups. Every month from the first to the last has a row for every group and kind: the source
 * leaves out months without announcements, so an absent row is zero.
 */
export function monthlyAid(observations: readonly SourcedObservation[]): MonthAid[] {
  const months = [
    ...new Set(observations.filter(({ series }) => series === "kiel.total").map(({ date }) => date.slice(0, 7))),
  ].sort();
  if (months.length === 0) return [];
  const cells = groupBy(
    observations,
    ({ series, date, place }) => `${series} ${date.slice(0, 7)} ${donorGroupOf(place ?? "")}`,
  );
  const file = observations.find(({ series }) => series === "kiel.total")!.path;
  const rows: MonthAid[] = [];
  for (const month of monthsBetween(months[0]!, months.at(-1)!)) {
    for (const group of DONOR_GROUPS) {
      for (const { series, kind, measure } of FIGURES) {
        const summed = cells.get(`${series} ${month} ${group}`) ?? [];
        rows.push({
          month,
          group,
          kind,
          measure,
          valueEur: summed.reduce((sum, { value }) => sum + (value ?? 0), 0),
          knownFrom: firstDayAfterMonth(month),
          sourceFile: summed[0]?.path ?? file,
          sourceRows: summed.map(({ row }) => row.replace("row ", "")).join(" "),
        });
      }
    }
  }
  return rows;
}
