/** What can go wrong in making the book. */
import type { Complaint } from "@logjam/analysis";

/** A mistake in what the book is made from. */
export class BookError extends Error implements Complaint {
  readonly code: string;
  readonly place: string;
  readonly reason: string;
  readonly nextStep: string;

  constructor({ code, place, reason, nextStep }: Complaint) {
    super(`${code}: ${reason}`);
    this.name = "BookError";
    this.code = code;
    this.place = place;
    this.reason = reason;
    this.nextStep = nextStep;
  }
}

export const bookErrors = {
  /** The language has learnt to print something that the book cannot show yet. */
  tex: (tex: string, at: number, found: string): BookError =>
    new BookError({
      code: "book/tex",
      place: `${tex.slice(0, at)}<here>${tex.slice(at)}`,
      reason: `the formula's TeX cannot be read at '${found}'.`,
      nextStep: "Teach apps/cli/src/book/tex-tree.ts this command.",
    }),
  /** A claim speaks of something that none of the models has. */
  claimName: (claim: string, kind: string, name: string): BookError =>
    new BookError({
      code: "book/claim-name",
      place: `claim ${claim}`,
      reason: `it speaks of the ${kind} '${name}', which no model of the book has.`,
      nextStep: "Correct the claim, or build the book with the model that has it (--model).",
    }),
};
