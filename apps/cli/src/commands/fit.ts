import { availableParallelism } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { loadEvidence } from "@logjam/evidence";
import { Command } from "commander";
import { kernelExecutor } from "../ask/execute.ts";
import { checkAsOf } from "../ask/record.ts";
import type { Context } from "../context.ts";
import { writeAllAtomically } from "../files/atomic.ts";
import { type FitDone, fitAll } from "../fit/fit-all.ts";
import { fitDates } from "../fit/fit-dates.ts";
import { posteriorFolder } from "../fit/kept-posterior.ts";
import { fitPage } from "../fit-page/index.ts";
import { showProgress } from "../progress.ts";

/** `logjam fit`: the posteriors that come with the data, fitted where they are missing or out of date. */
export function fitCommand(context: Context): Command {
  return new Command("fit")
    .description("Fit M1 and M2 to the record as of given dates, and keep the posteriors with the data; resumes.")
    .option("--as-of <dates>", "Mondays, with commas between (default: the newest, the article's, and each quarter's)")
    .option("--data <folder>", "folder of the evidence snapshot", join(context.home, "data"))
    .option(
      "--document <file>",
      "what the data moved, in words, of the newest date",
      join(context.home, "docs", "fit.md"),
    )
    .action(async (flags: Record<string, string>) => {
      const data = resolve(context.cwd, flags["data"]!);
      const evidence = loadEvidence(data);
      const asked = flags["asOf"]?.split(",").map((date) => date.trim());
      for (const date of asked ?? []) checkAsOf(evidence, date, `--as-of ${date}`);
      const progress = showProgress(context.stderr);
      const kernel = kernelExecutor(Math.min(4, availableParallelism()));
      const dates = asked ?? fitDates(evidence.mondays);
      const folder = posteriorFolder(data);
      try {
        const done = await fitAll(evidence, { dates, folder, execute: kernel.execute, progress: progress.report });
        const document = resolve(context.cwd, flags["document"]!);
        const { markdown, svgs } = await fitPage({ studies: newest(done), execute: kernel.execute });
        const pictures = Object.entries(svgs).map(([name, svg]) => [join(dirname(document), "images", name), svg]);
        await writeAllAtomically({ [document]: markdown, ...Object.fromEntries(pictures) });
        const shown = (path: string) => relative(context.cwd, path);
        context.stdout.write(
          `${done.map(line).join("\n")}\nPosteriors: ${shown(folder)}\nIn words: ${shown(document)}\n`,
        );
      } finally {
        progress.close();
        kernel.close();
      }
    });
}

/** The fits of the last date. */
function newest(done: readonly FitDone[]): readonly FitDone[] {
  const last = done.map(({ posterior }) => posterior.asOf).reduce((a, b) => (b > a ? b : a));
  return done.filter(({ posterior }) => posterior.asOf === last);
}

/** One fit in a line: what it took, and whether its particles stayed apart. */
function line({ posterior, kept }: FitDone): string {
  const { asOf, model, particles, distinct, powers, runs, accepted } = posterior;
  const least = Math.round(100 * Math.min(...accepted));
  const found = kept ? "unchanged" : "fitted";
  return `${asOf} ${model}: ${found}; ${powers.length} stages, ${runs} runs, ${distinct} of ${particles} particles distinct, moves accepted ${least} % or more`;
}
