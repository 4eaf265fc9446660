/** What the command says when something is wrong: the complaint in full, no stack trace, exit code 2. */
import { type Complaint, InputError } from "@logjam/analysis";
import { ModelError } from "@logjam/lang";

/** Any error that names its code, place, reason and next step; each package has its own catalogue of them. */
export function isComplaint(error: unknown): error is Error & Complaint {
  return (
    error instanceof Error &&
    ["code", "place", "reason", "nextStep"].every(
      (key) => typeof (error as unknown as Record<string, unknown>)[key] === "string",
    )
  );
}

/** The text to print for an error that is the user's to mend; undefined for a fault of ours. */
export function complaintText(error: unknown): string | undefined {
  if (error instanceof ModelError) return error.message;
  if (!isComplaint(error)) return undefined;
  return `${error.code}: ${error.reason}\n\n  ${error.place}\n\n  ${error.nextStep}`;
}

export const cannotRead = (kind: string, file: string, why: string): InputError =>
  new InputError({
    code: `${kind}/file`,
    place: file,
    reason: `the file cannot be read (${why}).`,
    nextStep: "Check the path and the permissions.",
  });

export const cannotWrite = (file: string, why: string): InputError =>
  new InputError({
    code: "output/file",
    place: file,
    reason: `the output cannot be written (${why}); nothing was left half-written.`,
    nextStep: "Choose a folder that can be written with --out, or free some space.",
  });

export const badOption = (option: string, value: string, why: string): InputError =>
  new InputError({
    code: "option/value",
    place: `${option} ${value}`,
    reason: why,
    nextStep: "See `logjam ask --help`.",
  });
