import type {
  Answer,
  Change,
  Fan,
  OutcomeProbability,
  PropositionResult,
  Quantiles,
  Quarter,
  Verdict,
} from "@logjam/analysis";

/**
 * A made-up answer for tests and for looking at the report: shaped like a real one, with invented numbers that come from
 * smooth formulas, so that it is the same everywhere.
 */
export function answerFixture(change: Partial<Answer> = {}): Answer {
  return {
    format: "logjam-answer/1",
    otherModels: [],
    identity: "5f0c1d9a7be2447fb0c3d1a6e89245cc90ab77de1f2034567890abcdef123456",
    question: {
      file: "claims/path-to-victory.yaml",
      title: "Ukraine: the path to victory?",
      headline: "Can the recipe break the deadlock, and only if the West acts too?",
      headlineClaim: "C9",
      article: {
        title: "Ukraine: The path to victory?",
        author: "Paul Mason",
        date: "2023-11-29",
        url: "https://paulmasonnews.medium.com/ukraine-the-path-to-victory-bcb7e27c95e4",
      },
    },
    asOf,
    dataDates: { area: "2023-11-27", losses: "2023-11-27", aid: "2023-10-31" },
    horizonWeeks: horizon,
    seed: "20231127",
    members: 4000,
    model: {
      name: "M1",
      meaning: "aggregate fires and manpower, one front",
      hash: "b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184",
      equations: 64,
    },
    fit: {
      method: "Importance sampling from the prior, on weekly area and claimed losses",
      runs: 33_792,
      particles: 512,
      distinct: 509,
      stages: 12,
      leastAccepted: 0.34,
      from: "2022-12-05",
      to: asOf,
      caveats: [
        "One front, no sectors: the line is a single number.",
        "Claimed losses are claims; they are scaled by an uncertain factor.",
      ],
      parameters: [
        parameter(
          "fires.casualtiesPerRound",
          "Casualties per round on exposed infantry",
          "person/round",
          0.02,
          1.1,
          0.7,
          0.61,
        ),
        parameter("aid.procurementLag", "Mean lag of procured deliveries", "week", 78, 0.35, 0.33, 0.07),
        parameter("line.mobility", "How far the line moves per unit of advantage", "km²/week", 45, 0.9, 0.4, 0.83),
        parameter("technology.edgeHalfLife", "Half-life of a technical edge", "week", 26, 0.4, 0.4, 0.01),
      ],
    },
    scenarios,
    outcomes,
    verdicts: verdicts(),
    probabilities: probabilities(),
    fans: fans(),
    observed: observed(),
    sources: [
      {
        id: "deepstate",
        title: "DeepState map, daily archive",
        licence: "CC BY-NC 4.0",
        url: "https://deepstatemap.live",
      },
      {
        id: "general-staff",
        title: "General Staff of Ukraine, claimed losses",
        licence: "CC BY 4.0",
        url: "https://www.mil.gov.ua",
      },
      {
        id: "kiel",
        title: "Kiel Institute, Ukraine Support Tracker",
        licence: "free with attribution",
        url: "https://www.ifw-kiel.de",
      },
    ],
    ...change,
  };
}

const asOf = "2023-11-27";
const horizon = 104;

const scenarios: Answer["scenarios"] = [
  {
    id: "not-lose",
    title: "Not lose: help follows the line",
    meaning: "Donors react, late, to a worsening line.",
    hindsight: false,
    failedMembers: 0,
  },
  {
    id: "recipe",
    title: "The recipe alone",
    meaning: "Ukraine funds the recipe to its own ceiling.",
    hindsight: false,
    failedMembers: 0,
  },
  {
    id: "west",
    title: "The West alone",
    meaning: "The West steers to a capability target; no recipe.",
    hindsight: false,
    failedMembers: 0,
  },
  {
    id: "recipe+west",
    title: "Recipe and West together",
    meaning: "Both: the article's path to victory.",
    hindsight: false,
    failedMembers: 0,
  },
  {
    id: "taper",
    title: "Aid tapers off",
    meaning: "Commitments fall by half each year.",
    hindsight: false,
    failedMembers: 0,
  },
  {
    id: "as-it-was",
    title: "Aid as it was",
    meaning: "History's own aid after the as-of date.",
    hindsight: true,
    failedMembers: 3,
  },
];

const outcomes: Answer["outcomes"] = [
  {
    id: "broken-ukraine",
    title: "Logjam broken for Ukraine",
    definition: "A net gain of at least 1,500 km² within 13 weeks.",
    favours: "ukraine",
  },
  {
    id: "broken-russia",
    title: "Logjam broken for Russia",
    definition: "A net gain of at least 3,000 km² within 13 weeks.",
    favours: "russia",
  },
  {
    id: "strategic-defeat",
    title: "Strategic defeat of Ukraine",
    definition: "Russia holds at least 133,000 km², or front strength below 0.6 of need for 8 weeks.",
    favours: "russia",
  },
  { id: "continues", title: "Logjam continues", definition: "None of the others by the horizon.", favours: "neither" },
];

const chances: Readonly<Record<string, readonly [number, number, number]>> = {
  "not-lose": [0.06, 0.1, 0.17],
  recipe: [0.11, 0.08, 0.12],
  west: [0.21, 0.03, 0.05],
  "recipe+west": [0.44, 0.02, 0.02],
  taper: [0.02, 0.27, 0.41],
  "as-it-was": [0.05, 0.12, 0.15],
};

function day(weeks: number): string {
  return new Date(Date.parse(`${asOf}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}

function interval(value: number): { readonly value: number; readonly low: number; readonly high: number } {
  const half = 1.96 * Math.sqrt((value * (1 - value)) / 4000) + 0.0005;
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}

function parameter(
  name: string,
  meaning: string,
  unit: string,
  median: number,
  before: number,
  after: number,
  contraction: number,
) {
  const spread = (centre: number, width: number): Quantiles => ({
    p05: centre * Math.exp(-1.64 * width),
    p25: centre * Math.exp(-0.67 * width),
    p50: centre,
    p75: centre * Math.exp(0.67 * width),
    p95: centre * Math.exp(1.64 * width),
  });
  const source = "Judgement, with the ranges of the domain dossier";
  return {
    name,
    meaning,
    unit,
    source,
    prior: spread(median, before),
    posterior: spread(median * (1 + 0.4 * contraction), after),
    contraction,
  };
}

function part(scenario: string, place: 0 | 1 | 2): PropositionResult["parts"][number] {
  const value = chances[scenario]?.[place] ?? 0;
  return { scenario, outcome: outcomes[place]?.id ?? "", byWeek: horizon, date: day(horizon), ...interval(value) };
}

function verdicts(): readonly Verdict[] {
  const drivers = [
    {
      name: "line.mobility",
      meaning: "How far the line moves per unit of advantage",
      rankCorrelation: 0.52,
      contraction: 0.83,
    },
    {
      name: "technology.edgeHalfLife",
      meaning: "Half-life of a technical edge",
      rankCorrelation: 0.31,
      contraction: 0.01,
    },
    {
      name: "aid.procurementLag",
      meaning: "Mean lag of procured deliveries",
      rankCorrelation: -0.27,
      contraction: 0.07,
    },
  ];
  return [
    {
      id: "C1",
      title: "The West's aim has slid from win to not lose",
      point: "Washington's working aim has become not to lose, and others follow.",
      place: "Opening paragraphs",
      quote: "not lose",
      verdict: "untestable",
      reason: "The aim is an input of the scenarios here, not a result.",
      propositions: [],
      drivers: [],
      hangsOnThreshold: false,
      rule: ["A claim to which a model has nothing to say is untestable."],
      byModel: [],
      caveats: [],
    },
    {
      id: "C4",
      title: "Not losing may end in strategic defeat",
      point: "Not losing is no freeze on today's line: it can end in strategic defeat for Ukraine and the West.",
      place: "On the consequences of the aim",
      verdict: "supported",
      reason: "Under a policy that only reacts, strategic defeat is more likely than one in ten.",
      propositions: [
        {
          sentence: "Under not-lose, strategic defeat has a probability of at least 10 % within 104 weeks.",
          kind: "probability",
          ...interval(0.17),
          bar: 0.1,
          direction: "at-least",
          holds: "yes",
          sensitivity: [
            { threshold: "-33 %", ...interval(0.31) },
            { threshold: "+33 %", ...interval(0.08) },
          ],
          parts: [part("not-lose", 2)],
        },
      ],
      drivers,
      deciding: 0,
      change: change([0.09, "undecided"], [0.24, "yes"]),
      atThresholds: { lower: "supported", upper: "contradicted" },
      hangsOnThreshold: true,
      rule: ["The one test: found 17 %, asked for at least 10 %: it holds.", "All its tests hold."],
      byModel: [
        { model: "M0", verdict: "supported", drivers: [{ ...drivers[1]!, rankCorrelation: 0.04, clear: false }] },
        { model: "M1", verdict: "supported", drivers },
      ],
      caveats: ["The settlement is not in this model: freezes cannot be seen."],
    },
    {
      id: "C8",
      title: "Operations and strategy must align",
      point: "Ukrainian operations and Western strategy must now be brought together.",
      place: "Towards the end of the opening",
      verdict: "undecided",
      reason: "The gain of doing both exceeds the sum of the parts, but its interval crosses the bar.",
      propositions: [
        {
          sentence: "Both together add at least 20 points more than the recipe and the West add apart.",
          kind: "contrast",
          value: 0.18,
          low: 0.15,
          high: 0.21,
          bar: 0.2,
          direction: "at-least",
          holds: "undecided",
          sensitivity: [
            { threshold: "-33 %", value: 0.22, low: 0.19, high: 0.25 },
            { threshold: "+33 %", value: -0.01, low: -0.03, high: 0.01 },
          ],
          parts: [part("recipe+west", 0), part("recipe", 0), part("west", 0), part("not-lose", 0)],
        },
      ],
      drivers,
      deciding: 0,
      hangsOnThreshold: false,
      rule: ["The one test: found 18 points, asked for at least 20 points: undecided."],
      byModel: [],
      caveats: ["The front is one number: a breakthrough in one place is not seen."],
    },
    {
      id: "C9",
      title: "The recipe breaks the deadlock only with Western help",
      point: "The military-technical recipe can break the deadlock, but only if it is matched by Western action.",
      place: "Headline and closing of the opening",
      quote: "the path to victory",
      verdict: "prior-driven",
      leaning: "supported",
      reason:
        "Together the two break the deadlock in 44 % of the runs and apart in far fewer, but the half-life of a technical edge is hardly known.",
      propositions: [
        {
          sentence:
            "Under recipe+west, the logjam breaks for Ukraine with a probability of at least 30 % within 104 weeks.",
          kind: "probability",
          ...interval(0.44),
          bar: 0.3,
          direction: "at-least",
          holds: "yes",
          sensitivity: [],
          parts: [part("recipe+west", 0)],
        },
        {
          sentence:
            "Under the recipe alone, the logjam breaks for Ukraine with a probability of at most 10 % within 104 weeks.",
          kind: "probability",
          ...interval(0.11),
          bar: 0.1,
          direction: "at-most",
          holds: "no",
          sensitivity: [],
          parts: [part("recipe", 0)],
        },
      ],
      drivers,
      deciding: 1,
      change: change([0.05, "yes"], [0.17, "no"]),
      hangsOnThreshold: false,
      rule: ["Test 1 of 2 holds.", "Test 2 of 2 fails."],
      byModel: [],
      caveats: [],
    },
    {
      id: "C7",
      title: "Western signals shake morale",
      point: "Doubts in the West cause dismay, above all at the front.",
      place: "On the effect of signals",
      verdict: "contradicted",
      reason: "Cutting the signal effect changes the probability by less than one point.",
      propositions: [
        {
          sentence: "Allocations of the last 13 weeks are at most three quarters of the year before.",
          kind: "observed",
          value: 0.9312,
          low: 0.9312,
          high: 0.9312,
          bar: 0.75,
          direction: "at-most",
          holds: "no",
          sensitivity: [],
          parts: [],
        },
        {
          sentence: "A reactive rule explains the record.",
          kind: "parameter",
          value: 0.62,
          low: 0.55,
          high: 0.69,
          bar: 0.8,
          direction: "at-least",
          holds: "no",
          sensitivity: [],
          parts: [],
        },
      ],
      drivers: [],
      deciding: 0,
      hangsOnThreshold: false,
      rule: ["Test 1 of 2 fails."],
      byModel: [],
      caveats: [],
    },
  ];
}

function change(lowest: readonly [number, Quarter["holds"]], highest: readonly [number, Quarter["holds"]]): Change {
  const quarter = (bound: number, [value, holds]: readonly [number, Quarter["holds"]]): Quarter => ({
    bound,
    ...interval(value),
    holds,
  });
  return {
    parameter: { name: "line.mobility", meaning: "How far the line moves per unit of advantage", unit: "km²/week" },
    lowest: quarter(31, lowest),
    highest: quarter(66, highest),
  };
}

function probabilities(): readonly OutcomeProbability[] {
  return scenarios.flatMap(({ id }) =>
    outcomes.map((outcome, place): OutcomeProbability => {
      const [first, second, third] = chances[id] ?? [0, 0, 0];
      const end = [first, second, third, 1 - Math.min(1, first + second + third)][place] ?? 0;
      const weeks = Array.from({ length: horizon + 1 }, (_, week) =>
        interval(end * (1 - Math.exp(-(((week / horizon) * 1.7) ** 2)))),
      );
      return {
        scenario: id,
        outcome: outcome.id,
        value: weeks.map(({ value }) => value),
        low: weeks.map(({ low }) => low),
        high: weeks.map(({ high }) => high),
      };
    }),
  );
}

function fans(): readonly Fan[] {
  const slopes: Readonly<Record<string, number>> = {
    "not-lose": 45,
    recipe: 20,
    west: -8,
    "recipe+west": -38,
    taper: 95,
    "as-it-was": 50,
  };
  return scenarios.map(({ id }) => {
    const weeks = Array.from({ length: horizon + 1 }, (_, week) => week);
    const at = (deviations: number) =>
      weeks.map((week) => 111_600 + (slopes[id] ?? 0) * week + deviations * (180 * Math.sqrt(week) + 6 * week));
    return {
      scenario: id,
      series: "area",
      unit: "km² held by Russia",
      title: "Ukrainian territory held by Russia",
      dates: weeks.map(day),
      p05: at(-1.645),
      p10: at(-1.28),
      p25: at(-0.674),
      p50: at(0),
      p75: at(0.674),
      p90: at(1.28),
      p95: at(1.645),
    };
  });
}

function observed(): Answer["observed"] {
  const series = (from: number, to: number, step: number, value: (week: number) => number) =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step).map((week) => ({
      date: day(week),
      value: value(week),
    }));
  const area = (week: number) =>
    111_600 + (week > 0 ? 60 * week : -4 * week) + 220 * Math.sin(week / 7) + (week < -58 ? 9000 : 0);
  const lost = (week: number) => Math.round(4900 + 28 * week + 900 * Math.sin(week / 5));
  const aid = (scale: number, phase: number) => (week: number) =>
    Math.max(0, scale * (1.1 + Math.sin(week / 9 + phase)));
  const split = (from: number, step: number, value: (week: number) => number) => ({
    known: series(from, 0, step, value),
    hindsight: series(step, horizon, step, value),
  });
  const kiel = {
    unit: "billion euros a month",
    source: "Kiel Institute, Ukraine Support Tracker",
    dataDate: "2023-10-31",
  };
  return [
    {
      series: "area",
      title: "Ukrainian territory held by Russia",
      unit: "km²",
      source: "DeepState",
      dataDate: asOf,
      ...split(-86, 1, area),
    },
    {
      series: "losses.personnel",
      title: "Russian personnel losses, as claimed by Ukraine",
      unit: "persons killed or wounded per week",
      source: "General Staff of Ukraine, claims",
      dataDate: asOf,
      ...split(-86, 1, lost),
    },
    { series: "aid.us", title: "United States", ...kiel, ...split(-84, 4, aid(1.4, 0)) },
    { series: "aid.germany", title: "Germany", ...kiel, ...split(-84, 4, aid(0.5, 1)) },
    { series: "aid.north", title: "Britain, Nordics, Baltics, Poland", ...kiel, ...split(-84, 4, aid(0.8, 2)) },
    { series: "aid.rest", title: "Rest of Europe and Canada", ...kiel, ...split(-84, 4, aid(0.4, 3)) },
  ];
}
