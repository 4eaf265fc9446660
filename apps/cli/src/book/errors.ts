/** What can go wrong in making the book. */
import { InputError } from "@logjam/analysis";

export const bookErrors = {
  /** The language has learnt to print something that the book cannot show yet. */
  tex: (tex: string, at: number, found: string): InputError =>
    new InputError({
      code: "book/tex",
      place: `${tex.slice(0, at)}<here>${tex.slice(at)}`,
      reason: `the formula's TeX cannot be read at '${found}'.`,
      nextStep: "Teach apps/cli/src/book/tex-tree.ts this command.",
    }),
};
