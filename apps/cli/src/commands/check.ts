import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { checkLaws, checkModel, Model, ModelError, renderLawResult } from "@logjam/lang";
import { Command } from "commander";
import type { Context } from "../context.ts";
import { badOption, noModel } from "../errors.ts";

/** `logjam check [FILE]`: every complaint of the checker about a file's models, or about the project's own. */
export function checkCommand(context: Context): Command {
  return new Command("check")
    .description("Check a model: units, names, loops, and on request its laws over draws from the priors.")
    .argument("[file]", "a TypeScript file that exports models (default: the project's own)")
    .option("--laws <draws>", "check stated laws too, over so many draws from the priors")
    .option("--seed <number>", "seed of those draws", "1")
    .option("--watch", "check again whenever a file beside it changes")
    .action(async (file: string | undefined, flags: Record<string, string | true>) => {
      const path = file === undefined ? resolve(context.home, "model/src/index.ts") : resolve(context.cwd, file);
      if (flags["watch"] === true) return watchModel(context, path, flags);
      const laws = flags["laws"] === undefined ? 0 : wholeNumber("--laws", String(flags["laws"]));
      const seed = BigInt(wholeNumber("--seed", String(flags["seed"])));
      const shown = relative(context.cwd, path);
      for (const model of await modelsOf(path, shown)) reportOn(context, model, laws, seed);
    });
}

function reportOn(context: Context, model: Model, laws: number, seed: bigint): void {
  const began = performance.now();
  const diagnostics = checkModel(model);
  const elapsed = performance.now() - began;
  if (diagnostics.length > 0) throw new ModelError(diagnostics);
  const formulas = model.rules.length + model.quantities.filter(({ value }) => "formula" in value.definition).length;
  context.stdout.write(
    `${model.name}: sound. ${formulas} equations, ${model.parameters.length} parameters, checked in ${elapsed.toFixed(0)} ms.\n`,
  );
  if (laws === 0) return;
  const broken = checkLaws(model, { draws: laws, seed }).filter((result) => result.counterexample !== undefined);
  for (const result of broken) context.stderr.write(`\n${renderLawResult(result)}\n`);
  if (broken.length > 0) throw noLaw(model.name, broken.length);
  context.stdout.write(`${model.name}: its stated laws hold over ${laws} draws (seed ${seed}).\n`);
}

const noLaw = (name: string, count: number) =>
  badOption("--laws", name, `${count} stated law${count === 1 ? "" : "s"} failed; the counterexamples are above.`);

async function modelsOf(path: string, shown: string): Promise<Model[]> {
  let exported: Record<string, unknown>;
  try {
    exported = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw noModel(
      shown,
      `the file cannot be loaded: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}.`,
    );
  }
  const models = Object.values(exported).filter((value) => value instanceof Model);
  if (models.length === 0) throw noModel(shown, "the file exports no model.");
  return models;
}

/** Each check runs in a process of its own: a module that was loaded once is never read again. */
async function watchModel(context: Context, path: string, flags: Record<string, string | true>): Promise<void> {
  const bin = fileURLToPath(new URL("../../bin/logjam.js", import.meta.url));
  const laws = flags["laws"] === undefined ? [] : ["--laws", String(flags["laws"])];
  let running: ReturnType<typeof spawn> | undefined;
  const check = () => {
    running?.kill();
    running = spawn(process.execPath, [bin, "check", path, "--seed", String(flags["seed"]), ...laws], {
      cwd: context.cwd,
    });
    running.stdout?.on("data", (piece) => context.stdout.write(String(piece)));
    running.stderr?.on("data", (piece) => context.stderr.write(String(piece)));
  };
  check();
  let waiting: NodeJS.Timeout | undefined;
  await new Promise<void>((_, reject) => {
    watch(dirname(path), { recursive: true }, () => {
      // Editors write a file in several steps; the last one counts.
      clearTimeout(waiting);
      waiting = setTimeout(check, 50);
    }).on("error", reject);
  });
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw badOption(option, text, "a whole number is expected.");
  return Number(text);
}
