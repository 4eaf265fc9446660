/** A made-up world's answers: smooth curves that move with the levers. For looks and behaviour of the page, never for numbers. */
import type { Verdict, VerdictWord } from "@logjam/analysis";
import {
  type ClaimsResult,
  type Curve,
  type EngineResult,
  type Fan,
  type Findings,
  leverValue,
  type Setting,
  type SiteRecord,
  type World,
} from "../../../apps/web/src/contract.ts";

const addWeeks = (date: string, weeks: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

const clamp = (share: number): number => Math.max(0, Math.min(1, share));

/** How much of the recipe and of the West a setting has, 0 to 1. */
function strengths(world: World, setting: Pick<Setting, "scenario" | "levers">) {
  const of = (name: string) => leverValue(world, setting, name);
  const recipe = world.levers.filter(({ name }) => name.startsWith("recipe.recipe[ua"));
  const mean = recipe.reduce((sum, { name }) => sum + of(name), 0) / Math.max(1, recipe.length);
  return { recipe: mean, west: of("coalition.winWeight") - of("coalition.taperWeight") };
}

/** Where each outcome ends, and how late it comes. */
function ends(world: World, setting: Pick<Setting, "scenario" | "levers">): Readonly<Record<string, number>> {
  const { recipe, west } = strengths(world, setting);
  const ukraine = clamp(0.09 + 0.12 * recipe + 0.1 * west + 0.1 * recipe * Math.max(0, west));
  const russia = clamp(0.13 - 0.05 * recipe - 0.06 * west);
  const defeat = clamp(0.16 - 0.04 * recipe - 0.09 * west);
  return {
    brokenForUkraine: ukraine,
    brokenForRussia: russia,
    strategicDefeat: defeat,
    ceasefireReached: 0.31,
    halt: clamp(0.22 + 0.15 * west),
    standstill: 0.27,
    freeze: 0.12,
    relapsed: 0.08,
    harshTerms: 0.06,
    recipeMatured: clamp(0.35 + 0.6 * recipe),
    corridorCut: 0.02,
  };
}

function curveTo(end: number, weeks: number): Curve {
  const value = Array.from({ length: weeks + 1 }, (_, w) => end * (1 - Math.exp(-((w / weeks) ** 1.7) * 2.2)));
  return { value, low: value.map((v) => clamp(v * 0.86 - 0.002)), high: value.map((v) => clamp(v * 1.13 + 0.004)) };
}

function findings(world: World, setting: Setting, scenario: string, levers: Setting["levers"]): Findings {
  const weeks = setting.horizonWeeks;
  const own = { scenario, levers };
  const by = ends(world, own);
  const dates = Array.from({ length: weeks + 1 }, (_, w) => addWeeks(setting.asOf, w));
  const outcomes = world.outcomes
    .filter(({ models }) => models.includes(setting.model))
    .map(({ id, thresholds }) => {
      const curve = id === "logjamContinues" ? continues(by, weeks) : curveTo(by[id] ?? 0.004, weeks);
      const scaled = (factor: number) => curveTo((by[id] ?? 0.004) * factor, weeks);
      return {
        scenario,
        outcome: id,
        ...curve,
        ...(thresholds && id !== "logjamContinues" ? { lower: scaled(1.4), upper: scaled(0.7) } : {}),
      };
    });
  const { recipe, west } = strengths(world, own);
  const fans = world.fans
    .filter(({ models }) => models.includes(setting.model))
    .map(
      (info, place): Fan =>
        fanOf(
          info.id,
          info.unit,
          info.title,
          scenario,
          dates,
          LEVELS[info.id] ?? 100 + 40 * place,
          -0.18 * (recipe + west),
        ),
    );
  return { scenario, outcomes, fans, sectors: [] };
}

const LEVELS: Readonly<Record<string, number>> = {
  area: 66_500,
  "claimed-losses": 6_900,
  "aid-allocated": 0.82,
  "aid-delivered": 0.7,
  "force-ua": 298,
  "force-ru": 455,
  "quality-ua": 0.52,
  "quality-ru": 0.44,
};

function continues(by: Readonly<Record<string, number>>, weeks: number): Curve {
  const left = curveTo(clamp((by["brokenForUkraine"] ?? 0) + (by["brokenForRussia"] ?? 0) + 0.34), weeks);
  const inverse = (row: readonly number[]) => row.map((v) => 1 - v);
  return { value: inverse(left.value), low: inverse(left.high), high: inverse(left.low) };
}

function fanOf(
  series: string,
  unit: string,
  title: string,
  scenario: string,
  dates: readonly string[],
  level: number,
  lean: number,
): Fan {
  const middle = dates.map((_, w) => level * (1 + (0.0012 + lean * 0.004) * w + 0.012 * Math.sin(w / 9)));
  const row = (spread: number) => middle.map((m, w) => m + level * spread * Math.sqrt(w / 104) * 0.22);
  return {
    series,
    unit,
    title,
    scenario,
    dates,
    p05: row(-1.64),
    p10: row(-1.28),
    p25: row(-0.67),
    p50: middle,
    p75: row(0.67),
    p90: row(1.28),
    p95: row(1.64),
  };
}

export function synthesise(world: World, setting: Setting): EngineResult {
  const main = findings(world, setting, setting.scenario, setting.levers);
  const other = setting.compare === undefined ? undefined : findings(world, setting, setting.compare, {});
  return {
    setting,
    stage: "fine",
    members: 1024,
    failed: 0,
    milliseconds: 120,
    dates: main.fans[0]?.dates ?? [],
    main,
    comparison: other && {
      other,
      difference: {
        outcomes: main.outcomes.map((curve, i) => {
          const there = other.outcomes[i]?.value ?? [];
          const value = curve.value.map((v, w) => v - (there[w] ?? 0));
          return { outcome: curve.outcome, value, low: value.map((v) => v - 0.018), high: value.map((v) => v + 0.018) };
        }),
        fans: main.fans,
      },
    },
  };
}

const WORDS: readonly VerdictWord[] = ["contradicted", "supported", "prior-driven", "undecided", "structure-dependent"];

/** Verdicts of every kind, whatever the claims say. */
export function synthesiseClaims(world: World, setting: Setting, file: string): ClaimsResult {
  const claims = world.claims.find((one) => one.file === file)?.value.claims ?? [];
  const verdicts = claims.map((claim, i): Verdict => {
    const word = claim.untestable === undefined ? (WORDS[i % WORDS.length] ?? "undecided") : "untestable";
    return {
      id: claim.id,
      title: claim.title,
      point: claim.point,
      place: claim.place,
      ...(claim.quote === undefined ? {} : { quote: claim.quote }),
      verdict: word,
      ...(word === "prior-driven" ? { leaning: "supported" as const } : {}),
      reason: "",
      hangsOnThreshold: false,
      rule: [],
      caveats: claim.caveats,
      byModel: [
        { model: "M1", verdict: word === "structure-dependent" ? "contradicted" : word },
        { model: "M2", verdict: word === "structure-dependent" ? "supported" : word },
      ],
      drivers:
        word === "untestable"
          ? []
          : [
              {
                name: "front.firesEdge",
                meaning: "Effect of an edge in fires on pressure.",
                rankCorrelation: 0.31,
                contraction: 0.22,
              },
              {
                name: "coalition.highestMultiple",
                meaning: "Most that donors can allocate.",
                rankCorrelation: -0.24,
                contraction: 0.05,
              },
              {
                name: "recipe.maturation",
                meaning: "Mean time from funding to effect.",
                rankCorrelation: -0.18,
                contraction: 0.01,
              },
            ],
      propositions: (claim.propositions ?? []).map((one, p) => ({
        sentence: one.says,
        kind: one.probability ? "probability" : one.contrast ? "contrast" : one.parameter ? "parameter" : "observed",
        value: one.observed ? 0.43 : 0.22 - 0.1 * p,
        low: one.observed ? 0.43 : 0.19 - 0.1 * p,
        high: one.observed ? 0.43 : 0.25 - 0.1 * p,
        bar: one.atLeast ?? one.atMost ?? 0,
        direction: one.atLeast === undefined ? "at-most" : "at-least",
        holds: (["no", "yes", "undecided"] as const)[(i + p) % 3] ?? "no",
        sensitivity: one.probability
          ? [
              { threshold: "-33 %", value: 0.3, low: 0.27, high: 0.33 },
              { threshold: "+33 %", value: 0.15, low: 0.12, high: 0.18 },
            ]
          : [],
        parts: (one.contrast ?? []).map((term) => ({
          scenario: term.scenario,
          outcome: term.outcome,
          byWeek: 156,
          date: addWeeks(setting.asOf, 156),
          value: 0.2,
          low: 0.18,
          high: 0.22,
        })),
      })),
    };
  });
  return { file, asOf: setting.asOf, members: 1024, verdicts, milliseconds: 400 };
}

/** Two years of history, and what came after. */
export function syntheticRecord(asOf: string): SiteRecord {
  const none = { start: asOf, known: {}, scored: {}, hindsight: {}, always: {}, series: {} };
  const weekly = (from: number, to: number, at: (w: number) => number) =>
    Array.from({ length: to - from + 1 }, (_, i) => ({ date: addWeeks(asOf, from + i), value: at(from + i) }));
  const series = (id: string, unit: string, source: string, at: (w: number) => number) => ({
    series: id,
    title: id,
    unit,
    source,
    dataDate: asOf,
    known: weekly(-52, 0, at),
    hindsight: weekly(1, 90, at),
  });
  const months = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => {
      const month = new Date(Date.UTC(2023, 10 + from + i, 1)).toISOString().slice(0, 10);
      return { date: month, value: 0.8 + 0.7 * Math.abs(Math.sin((from + i) * 1.3)) };
    });
  return {
    asOf,
    observed: [
      series("area", "km²", "DeepState", (w) => 66_500 * (1 + 0.0002 * w + 0.0015 * Math.sin(w / 7))),
      series(
        "claimed-losses",
        "persons a week",
        "General Staff of the Armed Forces of Ukraine",
        (w) => 6_900 + 12 * w + 700 * Math.sin(w / 4),
      ),
      ...["us", "germany", "uk-nordic-baltic-poland", "rest-of-eu-and-others"].map((group) => ({
        series: `aid-military-${group}`,
        title: group,
        unit: "EUR bn a month",
        source: "Kiel Institute",
        dataDate: asOf,
        known: months(-20, 0),
        hindsight: months(0, 18),
      })),
    ],
    records: { M1: none, M2: none },
  };
}
