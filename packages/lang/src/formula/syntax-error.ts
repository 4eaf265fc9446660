import type { Span } from "./node.ts";

/** Why a formula's text cannot be read; the checker turns it into a diagnostic with the author's place and text. */
export class FormulaSyntaxError extends Error {
  readonly code: string;
  readonly span: Span;
  readonly next: string | undefined;
  constructor(code: string, span: Span, message: string, next?: string) {
    super(message);
    this.code = code;
    this.span = span;
    this.next = next;
  }
}
