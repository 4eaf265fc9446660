/** What must add up in a record that is given to a fit, whatever it holds. */
import type { PublicRecord } from "@logjam/analysis";

/** Levels on the record's first and last day, read from the evidence by another way than the record was. */
export interface Anchors {
  readonly weeks: number;
  readonly area: readonly [first: number, last: number];
  readonly claims: readonly [first: number, last: number];
}

const total = (row: readonly number[]) => row.reduce((sum, x) => sum + (Number.isFinite(x) ? x : 0), 0);
const rowsOf = (rows: PublicRecord["known"], start: string) =>
  Object.entries(rows).flatMap(([name, row]) => (name.startsWith(start) ? [row] : []));

/** Square kilometres and persons are kept to rounding. */
const close = (a: number, b: number) => Math.abs(a - b) < 0.5;

/**
 * Faults of a record, by name; none where it is sound. Levels must follow from the first ones and the weekly changes (unit,
 * side, week and gaps show there), nothing may lie beyond the as-of date, what is followed must be what is scored, and deaths
 * must be a share of claims that armies have known.
 */
export function faultsOf(record: PublicRecord, anchors: Anchors): string[] {
  const { known, scored, always } = record;
  const faults: string[] = [];
  const expect = (name: string, holds: boolean) => {
    if (!holds) faults.push(name);
  };
  const lines = rowsOf(known, "history.observedChange");
  const claims = known["history.observedClaims[ru]"]!;
  const deaths = known["history.observedDeaths[ru]"]!;
  const level = (start: string) =>
    Object.entries(always).reduce((sum, [name, value]) => sum + (name.startsWith(start) ? Number(value) : 0), 0);
  expect(
    "future",
    [...Object.values(known), ...Object.values(scored)].every(({ length }) => length === anchors.weeks),
  );
  expect("area-start", close(level("front.initialArea"), anchors.area[0]));
  expect("area-end", close(anchors.area[0] + lines.reduce((sum, row) => sum + total(row), 0), anchors.area[1]));
  expect("claims-start", close(Number(always["manpower.initialClaims[ru]"]), anchors.claims[0]));
  expect("claims-end", close(anchors.claims[0] + total(claims), anchors.claims[1]));
  const summed = scored["line"]!.map((_, week) => lines.reduce((sum, row) => sum + row[week]!, 0));
  expect(
    "line-followed",
    summed.every((x, week) => close(x, scored["line"]![week]!)),
  );
  expect(
    "claims-followed",
    claims.every((x, week) => Object.is(x, scored["claims"]![week]!)),
  );
  expect(
    "deaths-followed",
    deaths.every((x, week) => Object.is(x, scored["deaths"]![week]!)),
  );
  const both = deaths.flatMap((x, week) => (Number.isFinite(x) && Number.isFinite(claims[week]!) ? [week] : []));
  const share = total(both.map((week) => deaths[week]!)) / total(both.map((week) => claims[week]!));
  expect("deaths-share", both.length === 0 || (share > 0.1 && share < 0.5));
  expect(
    "ukraine",
    ["Claims", "Deaths"].every((what) => known[`history.observed${what}[ua]`]!.every(Number.isNaN)),
  );
  return faults;
}
