/** Scores of the ledger's forecasts as far as data have arrived, beside the naive rules told the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf } from "@logjam/analysis";
import type { Evidence } from "@logjam/evidence";
import {
  askAtOrigin,
  crpsEnsemble,
  type Forecast,
  fromRule,
  type Histories,
  NAIVE_RULES,
  seedFor,
} from "@logjam/inference";
import { historiesFrom, numbersIn } from "../backtest/histories.ts";
import { TARGETS } from "../backtest/targets.ts";
import type { LedgerEntry } from "./ledger.ts";
import { membersFrom, parseQuantiles, type QuantileRow, quantileAt, quantilesOf } from "./quantile-file.ts";
import { partsOf } from "./series.ts";

/** One forecast of one quantity on one date, scored. */
export interface LedgerScore {
  readonly entry: LedgerEntry;
  readonly series: string;
  readonly place: string;
  readonly date: string;
  readonly horizonWeeks: number;
  readonly observed: number;
  readonly median: number;
  readonly lower80: number;
  readonly upper80: number;
  readonly crps: number;
  /** Whether the central 50, 80, 95 % interval held the outcome. */
  readonly covered: readonly [fifty: boolean, eighty: boolean, ninetyFive: boolean];
  /** CRPS of the naive rules, in the order of NAIVE_RULES; NaN where a rule could not speak. */
  readonly naive: readonly number[];
  /** Whether the outcome was not among the data when the forecast was made. */
  readonly blind: boolean;
}

export interface EntryScores {
  readonly entry: LedgerEntry;
  readonly scores: readonly LedgerScore[];
  /** Dates that are forecast and have no outcome yet, ascending. */
  readonly awaited: readonly string[];
  /** True where what was known as of the date has been revised since the forecast was made. */
  readonly revised: boolean;
}

/**
 * Scores one entry. The naive rules are told what is known now as of the forecast's date; where that was revised since,
 * the result says so. Their forecasts pass through the same quantiles, so that all are scored alike.
 */
export async function scoreEntry(evidence: Evidence, folder: string, entry: LedgerEntry): Promise<EntryScores> {
  const { asOf } = entry;
  const file = join(folder, entry.file);
  const rows = parseQuantiles(readFileSync(file, "utf8"), file);
  const actual = historiesFrom(evidence.hindsight());
  const known = historiesFrom(evidence.asOf(asOf));
  const arrived = rows.flatMap((row) => {
    const target = targetOf(row);
    const index = actual[target]?.dates.indexOf(row.date) ?? -1;
    return index < 0 ? [] : [{ row, target, observed: actual[target]!.levels[index]! }];
  });
  const naive = arrived.length === 0 ? [] : await naiveForecasts(known, entry);
  const scores = arrived.map(({ row, target, observed }): LedgerScore => {
    const { series, place, date, values } = row;
    const horizonWeeks = weeksFrom(asOf, date);
    const crpsOf = (forecast: Forecast) => {
      const levels = forecast[target]?.subarray((horizonWeeks - 1) * entry.members, horizonWeeks * entry.members);
      return levels === undefined ? Number.NaN : crpsOfQuantiles(quantilesOf(levels), observed);
    };
    const within = (p: number) => observed >= quantileAt(values, p) && observed <= quantileAt(values, 1 - p);
    return {
      entry,
      series,
      place,
      date,
      horizonWeeks,
      observed,
      median: quantileAt(values, 0.5),
      lower80: quantileAt(values, 0.1),
      upper80: quantileAt(values, 0.9),
      crps: crpsOfQuantiles(values, observed),
      covered: [within(0.25), within(0.1), within(0.025)],
      naive: naive.map(crpsOf),
      blind: date > entry.data.to,
    };
  });
  const scored = new Set(scores.map(({ date, series }) => `${series} ${date}`));
  const awaited = [
    ...new Set(rows.filter(({ series, date }) => !scored.has(`${series} ${date}`)).map(({ date }) => date)),
  ];
  const revised = (await identityOf(numbersIn(known, () => true))) !== entry.data.identity;
  return { entry, scores, awaited: awaited.sort(), revised };
}

const crpsOfQuantiles = (values: Float64Array, observed: number): number =>
  crpsEnsemble(membersFrom(values), observed, "nrg");

const targetOf = ({ series, place }: QuantileRow): string =>
  partsOf(series).find((part) => part.place === place)!.target;

const weeksFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 604_800_000);

async function naiveForecasts(
  known: Histories,
  { asOf, series, weeks, members, seed }: LedgerEntry,
): Promise<Forecast[]> {
  const asked = new Set(series.flatMap(partsOf).map(({ target }) => target));
  const targets = TARGETS.filter(({ id }) => asked.has(id) && known[id]!.dates.length > 0);
  const question = { origin: asOf, known, targets, horizonWeeks: weeks, members, seed: seedFor(BigInt(seed), asOf) };
  const forecasts: Forecast[] = [];
  for (const rule of NAIVE_RULES) forecasts.push(await askAtOrigin(fromRule(rule, "naive"), question));
  return forecasts;
}
