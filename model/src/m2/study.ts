/** How M2 is fitted and shown; names of outputs are M1's, so that both answer the same questions. */
import { lossObservations, m1Study } from "../m1/study.ts";
import { sector } from "../sets.ts";
import { m2 } from "./index.ts";

export const m2Study = {
  ...m1Study,
  model: m2,
  observations: [
    ...sector.elements.map(
      (place) =>
        ({
          id: `line-${place}`,
          title: `Weekly change of the area that Russia holds in ${place}`,
          kind: "weekly",
          form: "difference",
          expected: `outcomes.changeExpectedBySector[${place}]`,
          deviation: { output: `outcomes.changeDeviationBySector[${place}]` },
        }) as const,
    ),
    ...lossObservations,
  ],
  caveats: [
    ...m1Study.caveats,
    "M2's breakthrough, money, talks and relapse are judgement: nothing in the record from December 2022 on speaks to a breakthrough or a ceasefire.",
  ],
} as const;
