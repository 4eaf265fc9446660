/** What can go wrong in showing a formula. */
export const printErrors = {
  /** The language has learnt to print something that is not shown yet. */
  tex: (tex: string, at: number, found: string): Error =>
    new Error(
      `print/tex: the formula's TeX cannot be read at '${found}': ${tex.slice(0, at)}<here>${tex.slice(at)}. Teach packages/lang/src/print/tex-tree.ts this command.`,
    ),
};
