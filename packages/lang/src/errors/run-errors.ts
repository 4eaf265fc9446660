/** What can be wrong with the numbers of a run; tests call the same functions. */
import { nearestName } from "../nearest.ts";

const suggest = (name: string, known: readonly string[], otherwise: string): string => {
  const near = nearestName(name, known);
  return near ? `Did you mean ${near}?` : otherwise;
};

export const runErrors = {
  shape: (model: string, what: string, found: number, shape: string, expected: number) =>
    `run/shape: ${what} has ${found} numbers where ${shape} of ${model} needs ${expected}.`,
  whole: (what: string, value: number, least: number) =>
    `run/shape: ${what} is ${value}; it must be a whole number of at least ${least}.`,
  twoStarts: () => "run/two-starts: both `initial` and `from` are given. Give initial states or a standing, not both.",
  unknownSeries: (model: string, name: string, known: readonly string[]) =>
    `run/unknown-series: ${model} has no lever or series ${name}. ${suggest(name, known, `It has ${known.join(", ") || "none"}.`)}`,
  unknownOutput: (model: string, name: string, known: readonly string[]) =>
    `run/unknown-output: ${model} has no quantity ${name}. ${suggest(name, known, "Names look like subject.quantity or subject.quantity[element].")}`,
  stepsPerWeek: (given: number) =>
    `run/steps-per-week: a week cannot be cut into ${given} steps. Choose 1, 2, 4, 8, 16, 32 or 64, so that weeks stay exact.`,
  otherModel: (ir: string, name: string, model: string) =>
    `run/other-model: ${ir} reads ${name}, which ${model} does not have. Compile the model that is run.`,
  noData: (name: string, steps: number, unit: string) =>
    `run/no-data: the series ${name} has no data. Give ${steps} weekly values in ${unit}.`,
  noStart: (name: string) => `run/no-start: ${name} is a season. Give the date of step 0: start: "2023-11-27".`,
  badStart: (start: string) => `run/bad-start: "${start}" is no date. Write it as 2023-11-27.`,
  short: (name: string, found: number, steps: number) =>
    `run/short: ${name} has ${found} values for ${steps} steps. Give one per step, or one number for all.`,
  gap: (name: string, step: number, rule: string | undefined) =>
    `run/gap: ${name} has no number at step ${step}${rule ? `, and its gap rule (${rule}) does not fill it` : ""}.`,
  leverRange: (name: string, value: number, step: number, [low, high]: readonly [number, number], unit: string) =>
    `run/lever-range: ${name} is ${value} at step ${step}, outside its range ${low} to ${high}${unit === "1" ? "" : ` ${unit}`}.`,
};
