import type { Answer, PropositionResult } from "@logjam/analysis";

/** The title of a scenario, or its name where the answer does not describe it. */
export function scenarioTitle(answer: Answer, id: string): string {
  return answer.scenarios.find((scenario) => scenario.id === id)?.title ?? id;
}

export function outcomeTitle(answer: Answer, id: string): string {
  return answer.outcomes.find((outcome) => outcome.id === id)?.title ?? id;
}

export function isHindsight(answer: Answer, id: string): boolean {
  return answer.scenarios.find((scenario) => scenario.id === id)?.hindsight ?? false;
}

/** The place of a scenario's colour: the same in every figure, counted over the scenarios that look forward. */
export function scenarioColour(answer: Answer, id: string): number {
  const place = answer.scenarios.filter(({ hindsight }) => !hindsight).findIndex((scenario) => scenario.id === id);
  return Math.max(0, place);
}

/** The last date that the fit saw, over all series; the as-of date where no series gives one. */
export function lastDataDate(answer: Answer): string {
  return Object.values(answer.dataDates).reduce((last, date) => (date > last ? date : last), "") || answer.asOf;
}

/** The source line of what the model computed. */
export function modelSource(answer: Answer): string {
  return `Logjam, model ${answer.model.name}, ${thousands(answer.members)} members, seed ${answer.seed}`;
}

/** A whole number with commas. */
export function thousands(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The day that lies so many weeks after another. */
export function weeksAfter(day: string, weeks: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}

/** A sentence on runs that broke off, by scenario; empty where none did. */
export function failureText(answer: Answer): string {
  const failed = answer.scenarios.filter(({ failedMembers }) => failedMembers > 0);
  if (failed.length === 0) return "";
  return `Runs that broke off: ${failed.map(({ id, failedMembers }) => `${thousands(failedMembers)} under ${id}`).join(", ")}.`;
}

const sides: Readonly<Record<string, string>> = { ua: "Ukraine", ru: "Russia" };

/** A parameter's meaning as a label: without its full stop, and with the element it belongs to ("…[ua]": Ukraine). */
export function parameterLabel(name: string, meaning: string): string {
  const element = /\[([^\]]+)\]$/.exec(name)?.[1];
  const label = meaning.replace(/\.$/, "");
  return element === undefined ? label : `${label} (${sides[element] ?? element})`;
}

/** How the parts of a proposition are told apart: by scenario, and by outcome and week where these differ. */
export function partLabels(answer: Answer, parts: PropositionResult["parts"]): readonly string[] {
  const outcomes = new Set(parts.map(({ outcome }) => outcome)).size > 1;
  const scenarios = new Set(parts.map(({ scenario }) => scenario)).size > 1;
  const weeks = new Set(parts.map(({ byWeek }) => byWeek)).size > 1;
  return parts.map(({ scenario, outcome, byWeek }) =>
    [
      ...(scenarios || !outcomes ? [scenarioTitle(answer, scenario)] : []),
      ...(outcomes ? [outcomeTitle(answer, outcome)] : []),
      ...(weeks ? [`${byWeek} weeks`] : []),
    ].join(": "),
  );
}

/** The remark that a figure with a dashed policy owes its reader. */
export function lookBackNote(answer: Answer, scenarios: readonly string[]): { readonly note?: string } {
  const back = scenarios.filter((id) => isHindsight(answer, id));
  return back.length === 0
    ? {}
    : { note: `Dashed: ${back.join(", ")} follows what happened afterwards, a look back and no forecast.` };
}
