import { identityOf } from "@logjam/analysis";
import type { Evidence } from "@logjam/evidence";
import {
  addWeeks,
  askAtOrigin,
  type Forecast,
  type Forecaster,
  type Histories,
  lagWeeks,
  seedFor,
  type Target,
} from "@logjam/inference";
import { historiesFrom, numbersIn, POSITIONAL_SINCE } from "../backtest/histories.ts";
import { TARGETS } from "../backtest/targets.ts";
import { forecastErrors } from "./errors.ts";
import { partsOf, SERIES, type SeriesPart } from "./series.ts";

/** Weeks of the positional phase that every forecaster can speak from. */
const LEAST_WEEKS = 26;

export interface ForecastQuestion {
  /** A Monday within the data. */
  readonly asOf: string;
  readonly weeks: number;
  readonly series: readonly string[];
  readonly members: number;
  readonly seed: bigint;
}

export interface MadeForecast extends ForecastQuestion {
  readonly parts: readonly SeriesPart[];
  /** Mondays, the first a week after `asOf`. */
  readonly dates: readonly string[];
  /** [week][member] by target. */
  readonly levels: Forecast;
  /** SHA-256 of all that was known as of the date. */
  readonly dataIdentity: string;
  /** The last date of the data when it was made: later outcomes are blind. */
  readonly dataTo: string;
  /** What a reader must know: histories that end early, provisional sources. */
  readonly notes: readonly string[];
}

/** Checks an as-of date. Throws `forecast/date`, `/not-a-monday`, `/too-early`, `/after-data`. */
export function checkAsOf(text: string, evidence: Pick<Evidence, "mondays" | "lastDate">): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) throw forecastErrors.notADate(text);
  if (text > evidence.lastDate) throw forecastErrors.afterData(text, evidence.lastDate);
  const first = addWeeks(POSITIONAL_SINCE, LEAST_WEEKS - 1);
  if (text < first) throw forecastErrors.tooEarly(text, first);
  if (!evidence.mondays.includes(text)) throw forecastErrors.notAMonday(text, evidence.lastDate);
  return text;
}

/**
 * A forecast from what was known on a Monday. The forecaster is told of every target that it forecasts, whatever series
 * are asked for, so that a series' numbers do not depend on what else is asked. Throws `forecast/...`.
 */
export async function makeForecast(
  evidence: Evidence,
  forecaster: Forecaster,
  question: ForecastQuestion,
): Promise<MadeForecast> {
  const { asOf, weeks, series, members, seed } = question;
  const known = historiesFrom(evidence.asOf(asOf));
  const parts = series.flatMap(partsOf);
  for (const name of series) checkSeries(name, forecaster, known, asOf);
  const targets = TARGETS.filter((target) => usable(target, known, asOf));
  const levels = await askAtOrigin(forecaster, {
    origin: asOf,
    known,
    targets,
    wanted: parts.map(({ target }) => target),
    horizonWeeks: weeks,
    members,
    seed: seedFor(seed, asOf),
  });
  return {
    ...question,
    parts,
    dates: Array.from({ length: weeks }, (_, w) => addWeeks(asOf, w + 1)),
    levels,
    dataIdentity: await identityOf(numbersIn(known, () => true)),
    dataTo: evidence.lastDate,
    notes: notesOn(parts, known, asOf),
  };
}

function usable({ id, lagWeeks: allowed = [0, 0] }: Target, known: Histories, asOf: string): boolean {
  const dates = known[id]?.dates ?? [];
  const lag = dates.length < LEAST_WEEKS ? undefined : lagWeeks(dates, asOf);
  return lag !== undefined && lag <= allowed[1];
}

function checkSeries(name: string, forecaster: Forecaster, known: Histories, asOf: string): void {
  const targets = partsOf(name).map(({ target }) => target);
  if (!targets.every(forecaster.forecasts)) {
    const can = SERIES.filter((each) => partsOf(each).every(({ target }) => forecaster.forecasts(target)));
    throw forecastErrors.notForecast(forecaster.id, name, can);
  }
  for (const target of TARGETS.filter(({ id }) => targets.includes(id)))
    if (!usable(target, known, asOf)) throw forecastErrors.noData(name, asOf, known[target.id]?.dates.at(-1));
}

function notesOn(parts: readonly SeriesPart[], known: Histories, asOf: string): string[] {
  const targets = TARGETS.filter(({ id }) => parts.some(({ target }) => target === id));
  return targets.flatMap(({ id, lagWeeks: allowed = [0, 0], caution }) => {
    const lag = lagWeeks(known[id]!.dates, asOf)!;
    const early =
      lag > allowed[0]
        ? [
            `${id}: what is known ends on ${known[id]!.dates.at(-1)}; the ${lag - allowed[0]} weeks up to ${asOf} are forecast too.`,
          ]
        : [];
    return [...early, ...(caution === undefined ? [] : [`${id}: ${caution}`])];
  });
}
