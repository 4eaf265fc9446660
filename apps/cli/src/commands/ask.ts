import { join, relative, resolve } from "node:path";
import { suggestion } from "@logjam/analysis";
import { Command } from "commander";
import { type AskOptions, ask, MODELS, type ModelName } from "../ask/ask.ts";
import type { Context } from "../context.ts";
import { badOption } from "../errors.ts";
import { answerLink, type LinkQuestion } from "../link/answer-link.ts";
import { linkTable } from "../link/link-table.ts";
import { showProgress } from "../progress.ts";
import { renderTable } from "../report/terminal.ts";

/** `logjam ask CLAIMS`: a verdict for every claim, a table here, a report and the numbers in a folder. */
export function askCommand(context: Context): Command {
  return new Command("ask")
    .description("Answer the claims of a file: verdicts, probabilities with intervals, a report with pictures.")
    .argument("[claims]", "a claim file, such as claims/path-to-victory.yaml")
    .option("--link <address>", "instead of a claim file: what this link of the app shows, to the last digit")
    .option("--json", "with --link: the answer as JSON")
    .option("--app", "afterwards serve the app until Ctrl-C, where someone watches: on a terminal, and not in CI")
    .option("--as-of <date>", "the last day whose data may be used, a Monday (default: the claim file's)")
    .option("--seed <number>", "seed of all random numbers", "20231127")
    .option("--particles <number>", "particles of the posterior", "512")
    .option("--members <number>", "members of each scenario's ensemble; of a link's 4096", "3000")
    .option("--models <names>", "which models to ask, with commas between", MODELS.join(","))
    .option("--scenarios <folder>", "folder of scenario files", join(context.home, "scenarios"))
    .option("--data <folder>", "folder of the evidence snapshot", join(context.home, "data"))
    .option("--out <folder>", "where answer.json and report.html go", "out")
    .action(async (claims: string | undefined, flags: Record<string, string>, command: Command) => {
      const progress = showProgress(context.stderr);
      try {
        if (flags["link"] !== undefined) {
          if (claims !== undefined) throw badOption("--link", claims, "a link and a claim file are two questions.");
          const members = command.getOptionValueSource("members") === "default" ? "4096" : flags["members"]!;
          const answer = await answerLink(linkQuestion({ ...flags, members }, context.home), progress.report);
          context.stdout.write(flags["json"] ? `${JSON.stringify(answer)}\n` : linkTable(answer));
          return;
        }
        if (claims === undefined) throw badOption("claims", "(none)", "a claim file is wanted, or --link.");
        const asked = await ask(askOptions(claims, flags, context.cwd), progress.report);
        const width = context.stdout.columns ?? 100;
        const colour = context.stdout.isTTY === true && context.environment["NO_COLOR"] === undefined;
        context.stdout.write(`\n${renderTable(asked.answer, { width, colour })}`);
        const shown = (path: string) => relative(context.cwd, path);
        context.stdout.write(`\nReport: ${shown(asked.reportFile)}\nNumbers: ${shown(asked.answerFile)}\n`);
      } finally {
        progress.close();
      }
      const watched = context.stdout.isTTY === true && context.environment["CI"] === undefined;
      if (flags["app"] && watched) await (await import("./serve.ts")).serveApp(context);
    });
}

function askOptions(claims: string, flags: Record<string, string>, cwd: string): AskOptions {
  const seed = flags["seed"]!;
  if (!/^\d{1,19}$/.test(seed)) throw badOption("--seed", seed, "a seed is a whole number of at most 19 digits.");
  const asOf = flags["asOf"];
  if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw badOption("--as-of", asOf, "a date is written like 2023-11-27.");
  return {
    claims,
    models: modelNames(flags["models"]!),
    ...(asOf === undefined ? {} : { asOf }),
    scenarios: flags["scenarios"]!,
    data: flags["data"]!,
    out: resolve(cwd, flags["out"]!),
    seed: BigInt(seed),
    particles: whole("--particles", flags["particles"]!, 64, 8_192),
    members: whole("--members", flags["members"]!, 100, 100_000),
    cwd,
  };
}

const linkQuestion = (flags: Record<string, string>, home: string): LinkQuestion => ({
  link: flags["link"]!,
  home,
  data: flags["data"]!,
  scenarios: flags["scenarios"]!,
  members: whole("--members", flags["members"]!, 100, 100_000),
});

function modelNames(text: string): ModelName[] {
  const names = text.split(",").map((name) => name.trim());
  for (const name of names)
    if (!(MODELS as readonly string[]).includes(name))
      throw badOption("--models", text, `there is no model '${name}'. ${suggestion(name, MODELS)}`);
  return MODELS.filter((name) => names.includes(name));
}

function whole(option: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw badOption(option, text, `a whole number from ${least} to ${most} is expected.`);
}
