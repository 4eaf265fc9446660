/** What is wrong with a model, as data; `renderDiagnostic` puts it into words, the same in the shell and in the app. */
export interface Mark {
  /** Character positions in the formula's text. */
  readonly from: number;
  readonly to: number;
  /** What stands beside the caret: a unit, mostly. */
  readonly label: string;
}

export interface Diagnostic {
  /** Stable: `unit/mismatch`. */
  readonly code: string;
  /** One sentence: which quantity, and what is wrong with it. */
  readonly message: string;
  /** file:line:column of the author's text, or `?`. */
  readonly place: string;
  /** The formula with names in place of references. */
  readonly text?: string;
  readonly marks: readonly Mark[];
  /** What to do about it. */
  readonly next: string;
  /** The qualified name of the quantity concerned. */
  readonly quantity?: string;
}

/** The diagnostic in the manner of our documentation: code and sentence, place, text with carets, next step. */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  const { code, message, place, text, marks, next } = diagnostic;
  const lines = [`${code}: ${message}`, "", `  ${place}`];
  let start = 0;
  for (const line of text?.split("\n") ?? []) {
    const from = start;
    start += line.length + 1;
    const indent = line.length - line.trimStart().length;
    if (line.trim() === "") continue;
    lines.push(`      ${line.trim()}`);
    for (const mark of marks) {
      if (mark.from < from || mark.from >= start) continue;
      const width = Math.max(1, Math.min(mark.to, from + line.length) - mark.from);
      lines.push(
        `      ${" ".repeat(Math.max(0, mark.from - from - indent))}${"^".repeat(width)} ${mark.label}`.trimEnd(),
      );
    }
  }
  lines.push("", `  ${next}`);
  return lines.join("\n");
}

/** Thrown by whatever needs a sound model; holds all that is wrong with it. */
export class ModelError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(renderDiagnostic).join("\n\n"));
    this.name = "ModelError";
    this.diagnostics = diagnostics;
  }
}
