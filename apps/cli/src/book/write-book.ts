/** `logjam book`: reads the files, makes the book, writes it. */
import { basename, join, relative, resolve } from "node:path";
import { type Progress, parseClaims, weeksBetween } from "@logjam/analysis";
import { loadEvidence } from "@logjam/evidence";
import { m1, m2 } from "@logjam/model";
import type { ModelName } from "../ask/ask.ts";
import { checkAsOf, recordFor, START } from "../ask/record.ts";
import { writeAllAtomically } from "../files/atomic.ts";
import { readText } from "../files/read-text.ts";
import { readScenarios } from "../files/scenarios.ts";
import { buildBook } from "./build-book.ts";

export interface WriteBookOptions {
  readonly models: readonly ModelName[];
  readonly claims: string;
  readonly scenarios: string;
  readonly data: string;
  readonly out: string;
  readonly cwd: string;
}

/** Three years from the start of the record; enough draws for a steady 90 % band. */
const STEPS = 156;
const MEMBERS = 200;
const SEED = 20_231_127n;

/** Writes the book; its front page and how many pages it has. */
export async function writeBook(
  options: WriteBookOptions,
  progress: Progress,
): Promise<{ readonly front: string; readonly pages: number }> {
  const file = resolve(options.cwd, options.claims);
  const shown = relative(options.cwd, file) || basename(file);
  const { value: claims, locate } = parseClaims(shown, await readText("claims", file));
  const scenarios = await readScenarios(options.scenarios);
  const evidence = loadEvidence(options.data);
  checkAsOf(evidence, claims.asOf, locate(["asOf"]));
  const knownWeeks = Math.min(STEPS, weeksBetween(START, claims.asOf));
  const { records } = recordFor(evidence, claims.asOf, Math.max(0, STEPS - knownWeeks));
  const known = [
    { name: "M1", model: m1, record: records.m1 },
    { name: "M2", model: m2, record: records.m2 },
  ] as const;
  const models = known.filter(({ name }) => options.models.includes(name));
  const files = buildBook(
    { models, claims, scenarios, start: START, knownWeeks, steps: STEPS, members: MEMBERS, seed: SEED },
    progress,
  );
  const out = resolve(options.cwd, options.out);
  await writeAllAtomically(Object.fromEntries(Object.entries(files).map(([path, text]) => [join(out, path), text])));
  return { front: join(out, "index.html"), pages: Object.keys(files).filter((path) => path.endsWith(".html")).length };
}
