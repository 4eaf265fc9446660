/** How an outcome looks: its side's colour, and a shade of its own among its side's. */
import type { OutcomeInfo } from "../contract.ts";

/** The order in which outcomes are told: who breaks it, how it ends, what a ceasefire brings, lines on the map. */
const ORDER = [
  "brokenForUkraine",
  "brokenForRussia",
  "logjamContinues",
  "strategicDefeat",
  "halt",
  "standstill",
  "ceasefireReached",
  "harshTerms",
  "freeze",
  "stableFreeze",
  "relapsed",
  "corridorCut",
  "line2022Restored",
  "borders1991",
  "recipeMatured",
];

/** Things about outcomes in that order; those it does not know come last, as they stood. */
export function inOrder<T>(things: readonly T[], idOf: (thing: T) => string): readonly T[] {
  const place = (thing: T) => {
    const found = ORDER.indexOf(idOf(thing));
    return found === -1 ? ORDER.length : found;
  };
  return [...things].sort((a, b) => place(a) - place(b));
}

/** A CSS class for each outcome, such as `ukraine-0`; the same whichever are shown. */
export function outcomeClass(outcomes: readonly OutcomeInfo[], id: string): string {
  const found = outcomes.find((one) => one.id === id);
  if (found === undefined) return "neither-0";
  const alike = outcomes.filter(({ favours }) => favours === found.favours);
  const place = inOrder(alike, (one) => one.id).findIndex((one) => one.id === id);
  return `${found.favours}-${place % 4}`;
}

/** What is shown before a visitor chooses: who breaks it, defeat, a ceasefire. */
export const FIRST_SHOWN = ["brokenForUkraine", "brokenForRussia", "strategicDefeat", "ceasefireReached"] as const;
