/** A claim of the visitor's own: what the form holds, and the claim file it makes. */
import { type Claims, type ClaimsFile, InputError, parseClaims } from "@logjam/analysis";
import { stringify } from "yaml";

export const KINDS = ["probability", "contrast", "parameter", "observed"] as const;
export type Kind = (typeof KINDS)[number];

export interface Test {
  /** Its place in the form, for keys. */
  readonly id: number;
  readonly kind: Kind;
  readonly says: string;
  readonly scenario: string;
  readonly against: string;
  readonly outcome: string;
  readonly byWeek: number;
  readonly direction: "atLeast" | "atMost";
  /** As a share, a difference of shares, or a ratio. */
  readonly bar: number;
  readonly parameter: string;
  readonly side: "above" | "below";
  readonly level: number;
  readonly series: string;
  readonly weeks: number;
  readonly againstWeeks: number;
  readonly againstEnding: number;
}

export interface Draft {
  readonly title: string;
  readonly point: string;
  readonly author: string;
  readonly url: string;
  readonly date: string;
  readonly asOf: string;
  readonly horizonWeeks: number;
  readonly tests: readonly Test[];
}

export type Action =
  | { readonly type: "set"; readonly change: Partial<Omit<Draft, "tests">> }
  | { readonly type: "set-test"; readonly id: number; readonly change: Partial<Omit<Test, "id">> }
  | { readonly type: "add-test" }
  | { readonly type: "remove-test"; readonly id: number };

/** The form's next state. The last test cannot be removed: a claim without one says nothing. */
export function reduce(draft: Draft, action: Action): Draft {
  switch (action.type) {
    case "set":
      return { ...draft, ...action.change };
    case "set-test":
      return {
        ...draft,
        tests: draft.tests.map((test) => (test.id === action.id ? { ...test, ...action.change } : test)),
      };
    case "add-test": {
      const last = draft.tests[draft.tests.length - 1];
      if (last === undefined) return draft;
      const id = Math.max(...draft.tests.map((test) => test.id)) + 1;
      return { ...draft, tests: [...draft.tests, { ...last, id, says: "" }] };
    }
    case "remove-test":
      return draft.tests.length < 2 ? draft : { ...draft, tests: draft.tests.filter(({ id }) => id !== action.id) };
  }
}

/** What the form begins with. */
export function emptyDraft(about: {
  readonly asOf: string;
  readonly horizonWeeks: number;
  readonly scenario: string;
  readonly against: string;
}): Draft {
  return {
    title: "",
    point: "",
    author: "",
    url: "https://",
    date: about.asOf,
    asOf: about.asOf,
    horizonWeeks: about.horizonWeeks,
    tests: [
      {
        id: 1,
        kind: "probability",
        says: "",
        scenario: about.scenario,
        against: about.against,
        outcome: "brokenForUkraine",
        byWeek: about.horizonWeeks,
        direction: "atLeast",
        bar: 0.5,
        parameter: "coalition.reactiveAim",
        side: "above",
        level: 0.5,
        series: "aid-military",
        weeks: 13,
        againstWeeks: 52,
        againstEnding: 13,
      },
    ],
  };
}

function propositionOf(test: Test) {
  const event = { outcome: test.outcome, byWeek: test.byWeek };
  return {
    says: test.says,
    ...(test.kind === "probability" ? { probability: { scenario: test.scenario, ...event } } : {}),
    ...(test.kind === "contrast"
      ? {
          contrast: [
            { weight: 1, scenario: test.scenario, ...event },
            { weight: -1, scenario: test.against, ...event },
          ],
        }
      : {}),
    ...(test.kind === "parameter" ? { parameter: { name: test.parameter, [test.side]: test.level } } : {}),
    ...(test.kind === "observed"
      ? {
          observed: {
            series: test.series,
            weeks: test.weeks,
            against: { weeks: test.againstWeeks, ending: test.againstEnding },
          },
        }
      : {}),
    [test.direction]: test.bar,
  };
}

/** The claim file as YAML, as `logjam ask` takes it. It may still be invalid: `checked` says so. */
export function yamlOf(draft: Draft): string {
  const file = {
    format: "logjam-claims/1",
    title: draft.title,
    headline: draft.title,
    headlineClaim: "OWN",
    article: { title: draft.title, author: draft.author, date: draft.date, url: draft.url },
    asOf: draft.asOf,
    horizonWeeks: draft.horizonWeeks,
    claims: [
      {
        id: "OWN",
        title: draft.title,
        point: draft.point,
        place: "a claim written in the app",
        propositions: draft.tests.map(propositionOf),
      },
    ],
  };
  return `# A claim written in Logjam's app. Run it with: npx logjam ask FILE\n${stringify(file, { lineWidth: 110 })}`;
}

export type Checked =
  | { readonly ok: true; readonly value: ClaimsFile }
  | { readonly ok: false; readonly reason: string; readonly nextStep: string; readonly place: string };

/** Validates by the schema that the command validates by. */
export function checked(file: string, text: string): Checked {
  try {
    const claims: Claims = parseClaims(file, text);
    return { ok: true, value: claims.value };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ok: false, reason: error.reason, nextStep: error.nextStep, place: error.place };
  }
}
