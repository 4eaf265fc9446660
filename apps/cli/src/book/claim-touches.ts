/** What the claims of an article touch in the models: outcomes, parameters, levers. */
import type { Claim, Scenario } from "@logjam/analysis";

export interface Touches {
  readonly claim: Claim;
  /** Qualified names of quantities; a model may lack some. */
  readonly outcomes: readonly string[];
  readonly parameters: readonly string[];
  /** Levers that the claim's scenarios set. */
  readonly levers: readonly string[];
  readonly scenarios: readonly Scenario[];
  /** Names of recorded series. */
  readonly recorded: readonly string[];
}

/** Reads off a claim's propositions what it touches; scenarios that are not at hand are left out. */
export function touchesOf(claim: Claim, scenarios: readonly Scenario[]): Touches {
  const propositions = claim.propositions ?? [];
  const events = propositions.flatMap(({ probability, contrast }) => [
    ...(probability ? [probability] : []),
    ...(contrast ?? []),
  ]);
  const named = new Set(events.map(({ scenario }) => scenario));
  const used = scenarios.filter(({ id }) => named.has(id));
  return {
    claim,
    outcomes: unique(events.map(({ outcome }) => `outcomes.${outcome}`)),
    parameters: unique(
      propositions.flatMap(({ parameter }) => (parameter ? [parameter.name.replace(/\[.*$/, "")] : [])),
    ),
    levers: unique(used.flatMap(({ value }) => Object.keys(value.levers))),
    scenarios: used,
    recorded: unique(propositions.flatMap(({ observed }) => (observed ? [observed.series] : []))),
  };
}

/** The claims that touch a quantity directly. */
export function claimsTouching(touches: readonly Touches[], name: string): readonly Claim[] {
  return touches
    .filter(({ outcomes, parameters, levers }) => [...outcomes, ...parameters, ...levers].includes(name))
    .map(({ claim }) => claim);
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
