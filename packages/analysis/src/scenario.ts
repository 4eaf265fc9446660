/** Scenario files: one policy each, as values of the model's levers from the as-of date on. */
import { z } from "zod";
import { type Parsed, parseYaml } from "./yaml-file.ts";

const isoDate = z.iso.date();

/** A number for all elements; a list of changes over time; or a value for each element of an index set. */
export type LeverValue = number | readonly LeverChange[] | { readonly [element: string]: LeverValue };
export interface LeverChange {
  /** Whole weeks after the as-of date, or an ISO date. */
  readonly from: number | string;
  readonly value: number;
}

const leverChange = z.strictObject({
  from: z.union([z.int().min(0), isoDate]).describe("Whole weeks after the as-of date, or an ISO date."),
  value: z.number().describe("The lever's value from then on."),
});
const leverValue: z.ZodType<LeverValue> = z.lazy(() =>
  z.union([z.number(), z.array(leverChange).min(1), z.record(z.string(), leverValue)]),
);

export const scenarioSchema = z.strictObject({
  format: z.literal("logjam-scenario/1"),
  title: z.string().min(1).describe("A few words, for tables and figures."),
  meaning: z.string().min(1).describe("What the policy is, in a sentence or two."),
  hindsight: z
    .boolean()
    .default(false)
    .describe("True if the scenario replays data from after the as-of date: a look back, never a forecast."),
  levers: z
    .record(z.string(), leverValue)
    .default({})
    .describe("Values of the model's levers, by name; a lever that is not named keeps its default."),
});

export type ScenarioFile = z.infer<typeof scenarioSchema>;

export interface Scenario extends Parsed<ScenarioFile> {
  /** The file's name without its ending; claims refer to it by this. */
  readonly id: string;
  readonly file: string;
}

/** Read a scenario from its text. Throws InputError with file, line and next step. */
export function parseScenario(id: string, file: string, text: string): Scenario {
  return { id, file, ...parseYaml("scenario", file, text, scenarioSchema) };
}
