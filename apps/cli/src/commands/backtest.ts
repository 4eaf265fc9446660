import { availableParallelism } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { InputError } from "@logjam/analysis";
import { loadEvidence } from "@logjam/evidence";
import { serverDocument, svgToPng } from "@logjam/figures/node";
import { type Forecaster, type StackRecord, summarise } from "@logjam/inference";
import { nearestName } from "@logjam/lang";
import { Command } from "commander";
import { kernelExecutor } from "../ask/execute.ts";
import { allForecasters } from "../backtest/forecasters.ts";
import { ledgerIn } from "../backtest/read-track-record.ts";
import { hasFigure, recordFigure } from "../backtest/record-figure.ts";
import type { TrackRecord } from "../backtest/record-words.ts";
import { readRemedies } from "../backtest/remedies.ts";
import { runBacktest } from "../backtest/run-backtest.ts";
import { summaryCsv } from "../backtest/summary-csv.ts";
import { GROUPS, TARGETS } from "../backtest/targets.ts";
import { FIGURE, trackRecord } from "../backtest/track-record.ts";
import type { Context } from "../context.ts";
import { badOption } from "../errors.ts";
import { writeAllAtomically } from "../files/atomic.ts";
import { releasedOptions, shared } from "../forecast/released.ts";
import { day, wholeNumber } from "../option-values.ts";
import { showProgress } from "../progress.ts";

/** Replicates of the block bootstrap behind every interval. */
const REPLICATES = 1000;
const HORIZONS = [4, 13, 26, 52];

/** `logjam backtest`: rolling monthly origins, every forecaster, every score; resumable. */
export function backtestCommand(context: Context): Command {
  return new Command("backtest")
    .description("Score all forecasters on rolling monthly origins, each from what was known on its day alone.")
    .option("--from <date>", "first day of the first month with an origin", "2023-06-01")
    .option("--members <number>", "members of each forecast", "1000")
    .option("--seed <number>", "seed of all random numbers", "20230605")
    .option("--forecasters <names>", "only these, separated by commas (default: all)")
    .option("--data <folder>", "folder of the evidence snapshot", join(context.home, "data"))
    .option("--out <folder>", "where scores go", join(context.home, "data", "track-record"))
    .option("--document <file>", "the track record in words", join(context.home, "docs", "track-record.md"))
    .action(async (flags: Record<string, string>) => {
      const evidence = loadEvidence(resolve(context.cwd, flags["data"]!));
      const progress = showProgress(context.stderr);
      const kernel = kernelExecutor(Math.min(4, availableParallelism()));
      const everyone = shared(await allForecasters({ evidence, execute: kernel.execute }));
      const forecasters = chosen(everyone, flags["forecasters"]);
      const seed = BigInt(wholeNumber("--seed", flags["seed"]!, 0, Number.MAX_SAFE_INTEGER));
      const members = wholeNumber("--members", flags["members"]!, 100, 10_000);
      const plan = { targets: TARGETS, groups: GROUPS, forecasters, horizons: HORIZONS, members, seed };
      const [folder, document] = [resolve(context.cwd, flags["out"]!), resolve(context.cwd, flags["document"]!)];
      try {
        const run = await runBacktest(evidence, {
          plan,
          ...(flags["forecasters"] === undefined && {
            released: (records: () => readonly StackRecord[]) => releasedOptions(everyone, records),
          }),
          from: day("--from", flags["from"]),
          folder,
          progress: progress.report,
        });
        if (run.origins.length === 0)
          throw badOption("--from", flags["from"]!, `no month from then on leaves room before ${evidence.lastDate}.`);
        const familyOf = (id: string) => forecasters.find((f) => f.id === id)?.family ?? "model";
        const summary = summarise(run.rows, { familyOf, replicates: REPLICATES, seed });
        const ledger = ledgerIn(resolve(context.cwd, flags["data"]!));
        await writeAllAtomically({
          [join(folder, "summary.csv")]: summaryCsv(summary),
          ...pictures(document, { summary, origins: run.origins, ledger }),
          [document]: trackRecord({
            summary,
            origins: run.origins,
            forecasters: [...forecasters, ...(run.released ? [run.released] : [])],
            targets: TARGETS,
            members,
            lastDate: evidence.lastDate,
            ledger,
            remedies: readRemedies(folder),
          }),
        });
        const shown = (path: string) => relative(context.cwd, path);
        const again = run.resumed === 0 ? "" : ` (${run.resumed} read from an earlier run)`;
        context.stdout.write(
          `${run.origins.length} origins${again}.\nScores: ${shown(folder)}\nIn words: ${shown(document)}\n`,
        );
      } finally {
        progress.close();
        kernel.close();
      }
    });
}

/** The page's picture as SVG and, for print, as PNG; none where no model was scored. */
function pictures(document: string, record: TrackRecord): Record<string, string | Uint8Array> {
  if (!hasFigure(record)) return {};
  const svg = recordFigure(record, { document: serverDocument(), width: 868, padding: 20 });
  const file = join(dirname(document), FIGURE);
  return { [`${file}.svg`]: svg, [`${file}.png`]: svgToPng(svg, { scale: 2 }) };
}

function chosen(all: readonly Forecaster[], names: string | undefined): readonly Forecaster[] {
  if (names === undefined) return all;
  const known = all.map(({ id }) => id);
  return names.split(",").map((name) => {
    const found = all.find(({ id }) => id === name.trim());
    if (found !== undefined) return found;
    const near = nearestName(name, known);
    throw new InputError({
      code: "backtest/unknown-forecaster",
      place: `--forecasters ${names}`,
      reason: `there is no forecaster '${name}'.`,
      nextStep: near === undefined ? `Known: ${known.join(", ")}.` : `Did you mean '${near}'?`,
    });
  });
}
