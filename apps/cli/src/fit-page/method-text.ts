import { PRIOR_DRIVEN_BELOW } from "@logjam/analysis";

/** The method in plain words, and the rule by which verdicts follow from it. */
export const methodText =
  (): string => `This page is written by \`logjam fit\`. A fit asks: of all the worlds that the priors allow, which could have produced the
record? It answers with a few hundred sets of parameters, called particles, all equally likely.

1. **Draw** each particle from the priors: what was believed, and why, before looking at the record.
2. **Let the record speak, softly at first.** Each particle's model runs through the known weeks, and is scored by how likely it
   makes each week's change of the line, claimed losses, deaths, and each quarter's aid. The likelihood is first raised to a small
   power, so that no particle is thrown out at once, and then step by step to the full: the *stages*.
3. **Copy and move.** After each stage, particles that explain the record well are copied and others dropped; then every particle
   tries some moves, each accepted or not by the rule of Metropolis, so that copies part again. A run draws its own luck for what
   the record does not show, anew for each proposal; the moves are right on average over it.
4. **Stop** at the full likelihood: nothing is discounted.

**Contraction** says how far the data moved a parameter: 1 − posterior variance / prior variance, of its normal score against the
prior. At 0 the data said nothing; at 1 they fixed it. With a few hundred particles it is known to ± 0.1 at best.

**Prior-driven.** A verdict rests on the three parameters whose ranks go most with its deciding test. Where the mean contraction of
these three is below ${PRIOR_DRIVEN_BELOW}, the verdict is called *prior-driven*, whatever its probability: it says more about our assumptions than about
the war.

**One path was observed.** Parameters that always acted together cannot be told apart by it, and no coefficient is claimed to be causal.`;
