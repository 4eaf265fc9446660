import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { InputError, parseScenario, type Scenario } from "@logjam/analysis";
import { cannotRead } from "../errors.ts";
import { readText } from "./read-text.ts";

/** The order in which tables and figures show the scenarios that ship with the project; others follow by name. */
const ORDER = [
  "not-lose",
  "recipe",
  "west",
  "recipe+west",
  "taper",
  "freeze-now",
  "guaranteed-freeze",
  "cold-signals",
  "race",
  "no-breakthrough",
  "as-it-was",
];

const rank = (id: string) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

/** All scenarios of a folder (`*.yaml`), validated; at least one. */
export async function readScenarios(directory: string): Promise<Scenario[]> {
  const names = await readdir(directory).catch((error) => {
    throw cannotRead("scenario", directory, String(error.code ?? error));
  });
  const files = names.filter((name) => name.endsWith(".yaml"));
  if (files.length === 0)
    throw new InputError({
      code: "scenario/none",
      place: directory,
      reason: "the folder holds no scenario (*.yaml).",
      nextStep: "Point --scenarios at a folder with scenario files, such as scenarios/ of the repository.",
    });
  const scenarios: Scenario[] = [];
  for (const name of files) {
    const path = join(directory, name);
    scenarios.push(parseScenario(basename(name, ".yaml"), path, await readText("scenario", path)));
  }
  return scenarios.sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));
}
