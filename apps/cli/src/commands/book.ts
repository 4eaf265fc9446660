import { join, relative } from "node:path";
import { suggestion } from "@logjam/analysis";
import { Command } from "commander";
import { MODELS, type ModelName } from "../ask/ask.ts";
import { writeBook } from "../book/write-book.ts";
import type { Context } from "../context.ts";
import { badOption } from "../errors.ts";
import { showProgress } from "../progress.ts";

/** `logjam book`: every quantity of the models on a page of its own, as a folder of plain HTML. */
export function bookCommand(context: Context): Command {
  return new Command("book")
    .description("Write the model book: a page for every quantity, causal diagrams, an index by claim.")
    .option("--model <names>", "which models, with commas between", MODELS.join(","))
    .option("--claims <file>", "the claim file to index by", join(context.home, "claims/path-to-victory.yaml"))
    .option("--scenarios <folder>", "folder of scenario files", join(context.home, "scenarios"))
    .option("--data <folder>", "folder of the evidence snapshot", join(context.home, "data"))
    .option("--out <folder>", "where the pages go", "out/book")
    .action(async (flags: Record<string, string>) => {
      const models = modelNames(flags["model"]!);
      const progress = showProgress(context.stderr);
      try {
        const { claims, scenarios, data, out } = flags as Record<"claims" | "scenarios" | "data" | "out", string>;
        const book = await writeBook({ models, claims, scenarios, data, out, cwd: context.cwd }, progress.report);
        context.stdout.write(`\n${book.pages} pages. Begin at ${relative(context.cwd, book.front)}\n`);
      } finally {
        progress.close();
      }
    });
}

function modelNames(text: string): readonly ModelName[] {
  const names = text.split(",").map((name) => name.trim());
  for (const name of names)
    if (!(MODELS as readonly string[]).includes(name))
      throw badOption("--model", text, `there is no model '${name}'. ${suggestion(name, MODELS)}`);
  return MODELS.filter((name) => names.includes(name));
}
