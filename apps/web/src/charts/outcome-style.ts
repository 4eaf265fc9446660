/** How an outcome looks: its side's colour, and a shade of its own among its side's. */
import type { OutcomeInfo } from "../contract.ts";

/** A CSS class for each outcome, such as `ukraine-0`; the same whichever are shown. */
export function outcomeClass(outcomes: readonly OutcomeInfo[], id: string): string {
  const found = outcomes.find((one) => one.id === id);
  if (found === undefined) return "neither-0";
  const place = outcomes.filter(({ favours }) => favours === found.favours).findIndex((one) => one.id === id);
  return `${found.favours}-${place % 4}`;
}

/** What is shown before a visitor chooses: who breaks it, defeat, a ceasefire. */
export const FIRST_SHOWN = ["brokenForUkraine", "brokenForRussia", "strategicDefeat", "ceasefireReached"] as const;
