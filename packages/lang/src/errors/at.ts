/** What the messages of the checker are made of. */
import type { Span } from "../formula/node.ts";
import type { Diagnostic, Mark } from "./diagnostic.ts";

/** Where a diagnostic points: the quantity's name, the author's place, and the formula's text if it has one. */
export interface At {
  readonly name: string;
  readonly place: string;
  readonly text?: string;
}

export function diagnostic(
  code: string,
  at: At,
  message: string,
  next: string,
  marks: readonly Mark[] = [],
): Diagnostic {
  const text = at.text === undefined ? {} : { text: at.text };
  return { code, message: `${at.name} ${message}`, place: at.place, ...text, marks, next, quantity: at.name };
}

export const mark = ({ from, to }: Span, label = ""): Mark => ({ from, to, label });
export const a = (kind: string): string => `${/^[aeo]/.test(kind) ? "an" : "a"} ${kind}`;
export const list = (names: readonly string[]): string => names.join(", ");
export const meant = (near: string | undefined, otherwise: string): string =>
  near ? `Did you mean ${near}?` : otherwise;
