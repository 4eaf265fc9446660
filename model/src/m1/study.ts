/** How M1 is fitted and shown: plain data that the claim runner takes. */
import { m1 } from "./index.ts";

/** How losses, deaths and aid are scored in M1 and M2 alike. */
export const lossObservations = [
  {
    id: "claims",
    title: "Russian personnel losses claimed a week",
    kind: "weekly",
    form: "logRatio",
    expected: "outcomes.claimsExpected",
    deviation: { output: "outcomes.claimsScale" },
  },
  {
    id: "deaths",
    title: "Russian soldiers killed a week",
    kind: "weekly",
    form: "logRatio",
    expected: "outcomes.deathsExpected",
    deviation: { output: "outcomes.deathsScale" },
  },
  {
    id: "allocations",
    title: "Military aid allocated",
    kind: "block",
    form: "logRatio",
    expected: "outcomes.allocationExplained",
    // [J] Parliaments decide in lumps: a quarter strays by a third.
    blockDeviation: 0.35,
    blockWeeks: 13,
  },
] as const;

export const m1Study = {
  model: m1,
  observations: [
    {
      id: "line",
      title: "Weekly change of the area that Russia holds outside Crimea",
      kind: "weekly",
      form: "difference",
      expected: "outcomes.changeExpected",
      deviation: { output: "outcomes.changeDeviation" },
    },
    ...lossObservations,
  ],
  leverGroups: [
    {
      meaning: "the weights of the donors' rules",
      levers: ["coalition.notLoseWeight", "coalition.winWeight", "coalition.taperWeight", "coalition.historyWeight"],
    },
  ],
  thresholds: { stated: "stated", lower: "lower", upper: "upper" },
  fans: [
    { id: "area", output: "outcomes.areaHeld", title: "Area held by Russia outside Crimea", unit: "km²", per: 1 },
    {
      id: "claimed-losses",
      output: "outcomes.claimsExpected",
      title: "Russian losses as claimed by the General Staff",
      unit: "persons a week",
      per: 1,
    },
    {
      id: "aid-allocated",
      output: "outcomes.allocated",
      title: "Military aid allocated to Ukraine",
      unit: "EUR bn a week",
      per: 1e9,
    },
    {
      id: "aid-delivered",
      output: "outcomes.aidDelivered",
      title: "Military aid delivered to Ukraine",
      unit: "EUR bn a week",
      per: 1e9,
    },
    {
      id: "force-ua",
      output: "outcomes.forceAtFront[ua]",
      title: "Ukrainian soldiers at the front",
      unit: "thousand",
      per: 1e3,
    },
    {
      id: "force-ru",
      output: "outcomes.forceAtFront[ru]",
      title: "Russian soldiers at the front",
      unit: "thousand",
      per: 1e3,
    },
    {
      id: "fires-ua",
      output: "outcomes.fires[ua]",
      title: "Ukrainian fires, in rounds of artillery",
      unit: "thousand a week",
      per: 1e3,
    },
    {
      id: "fires-ru",
      output: "outcomes.fires[ru]",
      title: "Russian fires, in rounds of artillery",
      unit: "thousand a week",
      per: 1e3,
    },
  ],
  caveats: [
    "The line is taken as recorded while it is known; what the equations do not explain is carried on as initiative that fades.",
    "One path was observed. Few of the parameters that the answers hang on can be told from it; look at their contraction.",
    "Artillery, drones and bombs rose together: only their weighted sum is identified. So are fires and manpower against each other.",
    "The aid tracker's newest release is used for all dates: earlier releases showed other figures for the same months.",
  ],
} as const;
