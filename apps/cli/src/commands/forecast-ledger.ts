import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { loadEvidence } from "@logjam/evidence";
import { Command } from "commander";
import { kernelExecutor } from "../ask/execute.ts";
import { allForecasters } from "../backtest/forecasters.ts";
import type { Context } from "../context.ts";
import { badOption } from "../errors.ts";
import { writeAllAtomically } from "../files/atomic.ts";
import { learnAll } from "../forecast/learn.ts";
import { type LedgerEntry, soundLedger } from "../forecast/ledger.ts";
import { scoresCsv, scoresText } from "../forecast/ledger-report.ts";
import { releasedOptions } from "../forecast/released.ts";
import { type EntryScores, scoreEntry } from "../forecast/score-ledger.ts";
import { readRecords } from "../forecast/stack-records.ts";
import { day, wholeNumber } from "../option-values.ts";
import { showProgress } from "../progress.ts";

export type Flags = Record<string, string | boolean | undefined>;

const FOLDERS = {
  data: ["--data <folder>", "folder of the evidence snapshot", ["data"]],
  trackRecord: ["--track-record <folder>", "folder with what past origins taught", ["data", "track-record"]],
  ledger: ["--ledger <folder>", "folder of the ledger", ["data", "forecasts"]],
} as const;

/** The folders that all of `logjam forecast` share; options of a subcommand are its own. */
export function withFolders(command: Command, { home }: Context): Command {
  for (const [flag, meaning, path] of Object.values(FOLDERS)) command.option(flag, meaning, join(home, ...path));
  return command;
}

export function foldersOf({ cwd }: Context, flags: Flags): Record<keyof typeof FOLDERS, string> {
  const at = (name: keyof typeof FOLDERS) => resolve(cwd, String(flags[name]));
  return { data: at("data"), trackRecord: at("trackRecord"), ledger: at("ledger") };
}

const subcommand = (name: string, description: string, context: Context): Command =>
  withFolders(new Command(name).description(description), context);

export const verifyCommand = (context: Context): Command =>
  subcommand("verify", "Check that every forecast of the ledger is what was recorded.", context).action(
    async (flags: Flags) => {
      const entries = await soundLedger(foldersOf(context, flags).ledger);
      context.stdout.write(verifiedText(entries));
    },
  );

const verifiedText = (entries: readonly LedgerEntry[]): string =>
  entries.length === 0
    ? "The ledger is empty.\n"
    : `${entries.length} forecast(s), each as it was recorded.\nLedger: ${entries.at(-1)!.entry}\n`;

export const scoreCommand = (context: Context): Command =>
  subcommand("score", "Score every forecast of the ledger for which data have arrived.", context).action(
    async (flags: Flags) => {
      const { data, ledger } = foldersOf(context, flags);
      const entries = await soundLedger(ledger);
      const evidence = loadEvidence(data);
      const progress = showProgress(context.stderr);
      const all: EntryScores[] = [];
      try {
        for (const [i, entry] of entries.entries()) {
          progress.report("Scoring", i, entries.length);
          all.push(await scoreEntry(evidence, ledger, entry));
        }
      } finally {
        progress.close();
      }
      const file = join(ledger, "scores.csv");
      if (all.some(({ scores }) => scores.length > 0)) await writeAllAtomically({ [file]: scoresCsv(all) });
      context.stdout.write(scoresText(all, evidence.lastDate));
    },
  );

export const learnCommand = (context: Context): Command =>
  subcommand(
    "learn",
    "Bring up to date what past origins teach the released forecast; resumes where it stood.",
    context,
  )
    .option("--from <date>", "first day of the first month with an origin", "2023-06-01")
    .option("--members <number>", "members of each past forecast", "1000")
    .option("--seed <number>", "seed of all random numbers", "20230605")
    .action(async (flags: Flags) => {
      const { data, trackRecord } = foldersOf(context, flags);
      const evidence = loadEvidence(data);
      const from = day("--from", flags["from"]);
      const progress = showProgress(context.stderr);
      const kernel = kernelExecutor(Math.min(4, availableParallelism()));
      const components = await allForecasters({ evidence, execute: kernel.execute });
      try {
        const { origins, resumed } = await learnAll(evidence, {
          optionsWith: (records) => releasedOptions(components, records),
          from,
          members: wholeNumber("--members", flags["members"], 10, 10_000),
          seed: BigInt(wholeNumber("--seed", flags["seed"], 0, Number.MAX_SAFE_INTEGER)),
          folder: trackRecord,
          stored: readRecords(trackRecord),
          progress: progress.report,
        });
        if (origins === 0)
          throw badOption("--from", from, `no month from then on leaves room before ${evidence.lastDate}.`);
        context.stdout.write(`${origins} origins, ${resumed} of them as they were.\n`);
      } finally {
        kernel.close();
        progress.close();
      }
    });
