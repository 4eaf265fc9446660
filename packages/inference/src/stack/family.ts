/** Targets that share one weight vector, so that a member is one whole path of one component in all of them. */
export interface StackFamily {
  readonly id: string;
  /** Each target's share in what learning minimises; the shares add up to 1. */
  readonly shares: Readonly<Record<string, number>>;
  /** The forecasters that may take part, by id; where left out, all that forecast every target of the family. */
  readonly of?: readonly string[];
  /** A target that holds the sum of others (and a rest): it moves with them when spreads are scaled. */
  readonly total?: { readonly target: string; readonly parts: readonly string[] };
}

export const targetsOf = ({ shares }: StackFamily): string[] => Object.keys(shares);
