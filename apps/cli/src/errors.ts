/** What the command says when something is wrong: the complaint in full, no stack trace, exit code 2. */

/** What every error that is the user's to mend says; each package has its own catalogue of them. */
export interface Complaint {
  readonly code: string;
  readonly place: string;
  readonly reason: string;
  readonly nextStep: string;
}

export class CommandError extends Error implements Complaint {
  readonly code: string;
  readonly place: string;
  readonly reason: string;
  readonly nextStep: string;

  constructor(complaint: Complaint) {
    super(`${complaint.code}: ${complaint.reason}`);
    this.name = "CommandError";
    this.code = complaint.code;
    this.place = complaint.place;
    this.reason = complaint.reason;
    this.nextStep = complaint.nextStep;
  }
}

function isComplaint(error: unknown): error is Error & Complaint {
  const said = error as Record<string, unknown>;
  return (
    error instanceof Error && ["code", "place", "reason", "nextStep"].every((key) => typeof said[key] === "string")
  );
}

/** The text to print for an error that is the user's to mend; undefined for a fault of ours. */
export function complaintText(error: unknown): string | undefined {
  // A model's diagnostics are told whole: its message is what the checker prints.
  if (error instanceof Error && error.name === "ModelError") return error.message;
  if (!isComplaint(error)) return undefined;
  return `${error.code}: ${error.reason}\n\n  ${error.place}\n\n  ${error.nextStep}`;
}

export const cannotRead = (kind: string, file: string, why: string): CommandError =>
  new CommandError({
    code: `${kind}/file`,
    place: file,
    reason: `the file cannot be read (${why}).`,
    nextStep: "Check the path and the permissions.",
  });

export const cannotWrite = (file: string, why: string): CommandError =>
  new CommandError({
    code: "output/file",
    place: file,
    reason: `the output cannot be written (${why}); nothing was left half-written.`,
    nextStep: "Choose a folder that can be written with --out, or free some space.",
  });

export const badOption = (option: string, value: string, why: string): CommandError =>
  new CommandError({
    code: "option/value",
    place: `${option} ${value}`,
    reason: why,
    nextStep: "See `logjam --help`, or the command's own --help.",
  });

export const noModel = (file: string, why: string): CommandError =>
  new CommandError({
    code: "check/no-model",
    place: file,
    reason: why,
    nextStep: 'Export a model from the file: `export const mine = model("Mine", { ... })`.',
  });

export const portTaken = (port: number, why: string): CommandError =>
  new CommandError({
    code: "serve/port",
    place: `--port ${port}`,
    reason: `port ${port} cannot be used (${why === "EACCES" ? "it needs other rights" : "another program has it"}).`,
    nextStep: "Choose another with --port, or leave --port out to take any free one.",
  });
