/** Every complaint about a user's file or request: a stable code, the place, the reason, the next step. */
import { nearestName } from "@logjam/lang";

export interface Complaint {
  /** Stable and documented, e.g. `claims/unknown-key`. */
  readonly code: string;
  /** `file:line:column`, or what was asked for. */
  readonly place: string;
  readonly reason: string;
  readonly nextStep: string;
}

export class InputError extends Error implements Complaint {
  readonly code: string;
  readonly place: string;
  readonly reason: string;
  readonly nextStep: string;

  constructor(complaint: Complaint) {
    super(`${complaint.code}: ${complaint.reason}\n\n  ${complaint.place}\n\n  ${complaint.nextStep}`);
    this.name = "InputError";
    this.code = complaint.code;
    this.place = complaint.place;
    this.reason = complaint.reason;
    this.nextStep = complaint.nextStep;
  }
}

/** "Did you mean 'x'?" where a known name is near, else the list of known names. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  if (near !== undefined) return `Did you mean '${near}'?`;
  return known.length === 0 ? "Nothing of that kind is known." : `Known: ${known.join(", ")}.`;
}

export const emptyFile = (kind: string, file: string): InputError =>
  new InputError({
    code: `${kind}/empty`,
    place: file,
    reason: "the file is empty.",
    nextStep: `Write a ${kind} file: the schema is docs/schema/${kind}.json, and the files in the repository are examples.`,
  });

export const brokenYaml = (kind: string, place: string, why: string): InputError =>
  new InputError({ code: `${kind}/yaml`, place, reason: why, nextStep: "Mend the YAML at this place." });

export const unknownKey = (kind: string, place: string, key: string, known: readonly string[]): InputError =>
  new InputError({
    code: `${kind}/unknown-key`,
    place,
    reason: `'${key}' is not a key that is known here.`,
    nextStep: suggestion(key, known),
  });

export const wrongValue = (kind: string, place: string, path: string, why: string): InputError =>
  new InputError({
    code: `${kind}/value`,
    place,
    reason: `${path === "" ? "the file" : `'${path}'`}: ${why}.`,
    nextStep: `Mend the value; docs/schema/${kind}.json says what is allowed.`,
  });

export const unknownName = (
  code: string,
  place: string,
  what: string,
  name: string,
  known: readonly string[],
): InputError =>
  new InputError({ code, place, reason: `there is no ${what} '${name}'.`, nextStep: suggestion(name, known) });
