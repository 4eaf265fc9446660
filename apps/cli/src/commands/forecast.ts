import { availableParallelism } from "node:os";
import { join, relative, resolve } from "node:path";
import { loadEvidence } from "@logjam/evidence";
import { type Forecaster, learnAt } from "@logjam/inference";
import { Command } from "commander";
import { kernelExecutor } from "../ask/execute.ts";
import { allForecasters, type ForecasterTools } from "../backtest/forecasters.ts";
import type { Context } from "../context.ts";
import { forecastErrors } from "../forecast/errors.ts";
import { recordForecast } from "../forecast/ledger.ts";
import { checkAsOf, type MadeForecast, makeForecast } from "../forecast/make-forecast.ts";
import { RELEASED, releasedForecaster, releasedOptions } from "../forecast/released.ts";
import { DEFAULT_SERIES, parseSeries, SERIES } from "../forecast/series.ts";
import { readRecords } from "../forecast/stack-records.ts";
import { type Taught, taughtText } from "../forecast/taught.ts";
import { fileInWaiting, formOf } from "../forecast/write-forecast.ts";
import { day, wholeNumber } from "../option-values.ts";
import { type ProgressReport, showProgress } from "../progress.ts";
import { type Flags, foldersOf, learnCommand, scoreCommand, verifyCommand, withFolders } from "./forecast-ledger.ts";

/** `logjam forecast`: forecasts to files and to the ledger; below it, the ledger checked and scored. */
export function forecastCommand(context: Context): Command {
  const command = new Command("forecast")
    .description(
      "Forecast from any Monday of the data, as a file of members; keep, check and score a ledger of forecasts.",
    )
    .enablePositionalOptions()
    .option("--as-of <date>", "the Monday to forecast from (default: the newest of the data)")
    .option("--weeks <number>", "weeks ahead, 1 to 104", "52")
    .option("--series <names>", `of ${SERIES.join(", ")}`, DEFAULT_SERIES.join(","))
    .option("--members <number>", "members, 10 to 100000", "2000")
    .option("--seed <number>", "seed of all random numbers", "1")
    .option("--model <name>", "released, m0, m1, m2, or a rule such as drift-13", RELEASED)
    .option("--out <file>", "where the members go, .csv or .parquet (default: forecast-DATE.csv; none with --record)")
    .option("--record", "put the forecast into the ledger")
    .option("--made <date>", "the day that the ledger says it was made (default: the computer's date)")
    .action((flags: Flags) => forecast(context, flags));
  withFolders(command, context);
  for (const make of [verifyCommand, scoreCommand, learnCommand]) command.addCommand(make(context));
  return command;
}

async function forecast(context: Context, flags: Flags): Promise<void> {
  const folders = foldersOf(context, flags);
  const made = day("--made", flags["made"] ?? new Date().toISOString().slice(0, 10));
  const shape = {
    series: parseSeries(String(flags["series"])),
    weeks: wholeNumber("--weeks", flags["weeks"], 1, 104),
    members: wholeNumber("--members", flags["members"], 10, 100_000),
    seed: BigInt(wholeNumber("--seed", flags["seed"], 0, Number.MAX_SAFE_INTEGER)),
  };
  if (typeof flags["out"] === "string") formOf(flags["out"]);
  const evidence = loadEvidence(folders.data);
  const asOf = checkAsOf(String(flags["asOf"] ?? evidence.lastDate), evidence);
  const progress = showProgress(context.stderr);
  const kernel = kernelExecutor(Math.min(4, availableParallelism()));
  const tools = { evidence, execute: kernel.execute };
  const { forecaster, taught } = await chosen(String(flags["model"]), asOf, folders.trackRecord, tools, progress);
  const out = flags["out"] ?? (flags["record"] === true ? undefined : `forecast-${asOf}.csv`);
  const waiting = typeof out === "string" ? await fileInWaiting(resolve(context.cwd, out)) : undefined;
  try {
    const found = await makeForecast(evidence, forecaster, { asOf, ...shape });
    for (const note of [...taughtText(taught), ...found.notes, ...failures(found)])
      context.stderr.write(`note: ${note}\n`);
    if (flags["record"] === true) {
      const request = { forecast: found, model: forecaster, taught, made, folder: folders.ledger };
      const entry = await recordForecast(request);
      const file = relative(context.cwd, join(folders.ledger, entry.file));
      context.stdout.write(`Recorded: ${file}\nLedger: ${entry.entry}\n`);
    }
    await waiting?.write(found);
    if (typeof out === "string") context.stdout.write(`Written: ${out}\n`);
  } finally {
    await waiting?.discard();
    progress.close();
    kernel.close();
  }
}

/** A failed member is data: it is counted, and its cells are empty. */
function failures({ parts, levels }: MadeForecast): string[] {
  const count = parts.reduce((sum, { target }) => sum + levels[target]!.filter(Number.isNaN).length, 0);
  return count === 0 ? [] : [`${count} values failed; their cells are empty.`];
}

interface Chosen {
  readonly forecaster: Forecaster;
  /** What a stack learnt for this date. */
  readonly taught: readonly Taught[];
}

/** The forecaster of a name. Throws `forecast/unknown-model`. */
async function chosen(
  name: string,
  asOf: string,
  trackRecord: string,
  tools: ForecasterTools,
  progress: ProgressReport,
): Promise<Chosen> {
  const all = (await allForecasters(tools)).map((each) => reporting(each, progress));
  if (name === RELEASED) {
    const stored = readRecords(trackRecord).map(({ record }) => record);
    const records = () => stored;
    return { forecaster: releasedForecaster(all, records), taught: learnAt(releasedOptions(all, records), asOf) };
  }
  const forecaster = all.find(({ id }) => id === name);
  if (forecaster === undefined) throw forecastErrors.unknownModel(name, [RELEASED, ...all.map(({ id }) => id)]);
  return { forecaster, taught: [] };
}

const reporting = (forecaster: Forecaster, { report }: ProgressReport): Forecaster => ({
  ...forecaster,
  forecast: async (request) => {
    report(forecaster.title, 0, request.members);
    const answer = await forecaster.forecast(request);
    report(forecaster.title, request.members, request.members);
    return answer;
  },
});
