import type { Estimate } from "../intervals.ts";
import { blockLengthFor, bootstrapSkill } from "../scores/block-bootstrap.ts";
import { coveragePValue, uniformity } from "../scores/coverage.ts";
import type { Family } from "./forecaster.ts";
import type { ScoreRow } from "./score-row.ts";

/** Mean weeks from one monthly origin to the next. */
export const WEEKS_BETWEEN_ORIGINS = 365.2425 / 12 / 7;

export interface SummaryOptions {
  readonly familyOf: (forecaster: string) => Family;
  readonly replicates: number;
  readonly seed: bigint;
}

/** How one forecaster did on one target at one horizon, over the origins that all forecasters share. */
export interface SummaryRow {
  readonly target: string;
  readonly horizonWeeks: number;
  readonly forecaster: string;
  readonly origins: number;
  readonly crps: number;
  /** 1 - CRPS / that of the best naive forecaster (the lowest mean CRPS in hindsight), with its 95 % interval. */
  readonly skill: Estimate;
  readonly bestNaive: string;
  /** Consecutive origins drawn together for the interval. */
  readonly blockLength: number;
  readonly logScore: number;
  readonly interval80: number;
  readonly covered50: number;
  readonly covered80: number;
  readonly covered95: number;
  /** P-value of the coverage of 80 %, taking only as many origins as do not overlap. */
  readonly coverage80PValue: number;
  readonly pitCounts: readonly number[];
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

function groupBy<Key>(rows: readonly ScoreRow[], keyOf: (row: ScoreRow) => Key): Map<Key, ScoreRow[]> {
  const groups = new Map<Key, ScoreRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(row);
    groups.set(keyOf(row), group);
  }
  return groups;
}

/** Summaries by target (in the order in which rows first name them) and horizon. */
export function summarise(rows: readonly ScoreRow[], options: SummaryOptions): SummaryRow[] {
  return [...groupBy(rows, (row) => row.target).values()].flatMap((ofTarget) =>
    [...groupBy(ofTarget, (row) => row.horizonWeeks)]
      .sort(([a], [b]) => a - b)
      .flatMap(([, cell]) => summariseCell(cell, options)),
  );
}

function summariseCell(cell: readonly ScoreRow[], { familyOf, replicates, seed }: SummaryOptions): SummaryRow[] {
  const byForecaster = groupBy(cell, (row) => row.forecaster);
  // Only origins at which every forecaster spoke: skill compares like with like.
  const counts = groupBy(cell, (row) => row.origin);
  const shared = new Set([...counts].filter(([, found]) => found.length === byForecaster.size).map(([date]) => date));
  const sorted = [...byForecaster].map(([forecaster, found]) => {
    const own = found.filter((row) => shared.has(row.origin)).sort((a, b) => (a.origin < b.origin ? -1 : 1));
    return { forecaster, own, crps: meanOf(own.map((row) => row.crps)) };
  });
  const naive = sorted.filter(({ forecaster }) => familyOf(forecaster) === "naive");
  const best = naive.reduce((least, candidate) => (candidate.crps < least.crps ? candidate : least), naive[0]!);
  const { horizonWeeks, target } = cell[0]!;
  const blockLength = blockLengthFor(shared.size, horizonWeeks, WEEKS_BETWEEN_ORIGINS);
  const reference = best.own.map((row) => row.crps);
  return sorted.map(({ forecaster, own, crps }) => {
    const mean = (key: "logScore" | "interval80" | "covered50" | "covered80" | "covered95") =>
      meanOf(own.map((row) => row[key]));
    const apart = Math.max(1, Math.floor(own.length / Math.max(1, horizonWeeks / WEEKS_BETWEEN_ORIGINS)));
    const pits = own.map((row) => row.pit).filter(Number.isFinite);
    return {
      target,
      horizonWeeks,
      forecaster,
      origins: own.length,
      crps,
      skill: bootstrapSkill(
        own.map((row) => row.crps),
        reference,
        { blockLength, replicates, seed },
      ),
      bestNaive: best.forecaster,
      blockLength,
      logScore: mean("logScore"),
      interval80: mean("interval80"),
      covered50: mean("covered50"),
      covered80: mean("covered80"),
      covered95: mean("covered95"),
      coverage80PValue: coveragePValue(Math.round(mean("covered80") * apart), apart, 0.8),
      pitCounts: uniformity(pits, 5).counts,
    };
  });
}
