/** Every name that a claim file uses must be known, before anything is run. */
import type { Claims } from "./claims.ts";
import { InputError, unknownName } from "./errors.ts";
import type { Scenario } from "./scenario.ts";
import type { PublicRecord, Study } from "./study.ts";

/** Throws InputError at the first name that nothing goes by, or at a week beyond the horizon. */
export function checkNames(
  claims: Claims,
  studies: readonly Study[],
  scenarios: readonly Scenario[],
  record: PublicRecord,
): void {
  const known = {
    scenario: scenarios.map((s) => s.id),
    outcome: unique(studies.flatMap(({ model }) => model.outcomes.map((o) => o.quantity.split(".").at(-1)!))),
    parameter: unique(studies.flatMap(({ model }) => model.parameters.map((p) => p.name))),
    series: Object.keys(record.series),
  };
  const check = (kind: keyof typeof known, name: string, path: readonly PropertyKey[]) => {
    if (!known[kind].includes(name))
      throw unknownName(`claims/unknown-${kind}`, claims.locate(path), kind, name, known[kind]);
  };
  claims.value.scenarios?.forEach((scenario, i) => {
    check("scenario", scenario, ["scenarios", i]);
  });
  claims.value.claims.forEach((claim, c) => {
    claim.propositions?.forEach((proposition, p) => {
      const here = ["claims", c, "propositions", p];
      const events = proposition.probability
        ? [{ event: proposition.probability, path: [...here, "probability"] }]
        : (proposition.contrast ?? []).map((event, t) => ({ event, path: [...here, "contrast", t] }));
      for (const { event, path } of events) {
        check("scenario", event.scenario, [...path, "scenario"]);
        check("outcome", event.outcome, [...path, "outcome"]);
        if ((event.byWeek ?? 0) > claims.value.horizonWeeks)
          throw new InputError({
            code: "claims/beyond-horizon",
            place: claims.locate([...path, "byWeek"]),
            reason: `week ${event.byWeek} lies beyond the horizon of ${claims.value.horizonWeeks} weeks.`,
            nextStep: "Ask for an earlier week, or raise horizonWeeks.",
          });
      }
      if (proposition.parameter) check("parameter", proposition.parameter.name, [...here, "parameter", "name"]);
      if (proposition.observed) {
        check("series", proposition.observed.series, [...here, "observed", "series"]);
        const { weeks, against } = proposition.observed;
        const length = record.series[proposition.observed.series]!.values.length;
        const needed = Math.max(weeks, against.weeks + against.ending);
        if (needed > length)
          throw new InputError({
            code: "claims/short-record",
            place: claims.locate([...here, "observed"]),
            reason: `${needed} weeks of ${proposition.observed.series} are asked for, but the record has ${length} by the as-of date.`,
            nextStep: "Shorten the windows, or choose a later as-of date.",
          });
      }
    });
  });
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
