/** How M2 is fitted and shown; names of outputs are M1's, so that both answer the same questions. */
import { m1Study } from "../m1/study.ts";
import { m2 } from "./index.ts";

export const m2Study = {
  ...m1Study,
  model: m2,
  caveats: [
    ...m1Study.caveats,
    "The fit scores the change of the whole line. Sectors follow their record, but how they share the front's surprises is judgement.",
    "M2's breakthrough, money, talks and relapse are judgement: nothing in the record from December 2022 on speaks to a breakthrough or a ceasefire.",
  ],
} as const;
