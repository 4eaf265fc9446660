/**
 * The answer to a claim file: everything that the table on the terminal, `out/answer.json` and `out/report.html` show.
 * Plain data: the same bytes for the same question, data, model and seed. Dates are ISO days; weeks are Mondays.
 */
export interface Answer {
  readonly format: "logjam-answer/1";
  /** SHA-256 of the canonical JSON of all that determines the answer. */
  readonly identity: string;
  readonly question: Question;
  readonly asOf: string;
  /** The last observation that the fit was allowed to see, per series. */
  readonly dataDates: Readonly<Record<string, string>>;
  readonly horizonWeeks: number;
  readonly seed: string;
  readonly members: number;
  readonly model: {
    readonly name: string;
    readonly meaning: string;
    readonly hash: string;
    readonly equations: number;
  };
  readonly fit: FitSummary;
  readonly scenarios: readonly ScenarioSummary[];
  readonly outcomes: readonly OutcomeSummary[];
  /** Over all models: where they contradict each other, `structure-dependent`. */
  readonly verdicts: readonly Verdict[];
  /** The other models that were asked the same, simplest first. */
  readonly otherModels: readonly OtherModel[];
  readonly probabilities: readonly OutcomeProbability[];
  readonly fans: readonly Fan[];
  /** Observations up to the as-of date (`known`) and after it (`hindsight`: never used, only shown). */
  readonly observed: readonly ObservedSeries[];
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly licence: string;
    readonly url: string;
  }[];
}

export interface ModelSummary {
  readonly name: string;
  readonly meaning: string;
  readonly hash: string;
  readonly equations: number;
}

export interface OtherModel {
  readonly model: ModelSummary;
  readonly fit: FitSummary;
  readonly verdicts: readonly Verdict[];
  readonly probabilities: readonly OutcomeProbability[];
}

export interface Question {
  readonly file: string;
  readonly title: string;
  readonly headline: string;
  /** The id of the claim that answers the headline. */
  readonly headlineClaim: string;
  readonly article: { readonly title: string; readonly author: string; readonly date: string; readonly url: string };
}

export interface FitSummary {
  readonly method: string;
  /** Runs of the model that the fit took. */
  readonly runs: number;
  /** Equally likely sets of parameters. */
  readonly particles: number;
  /** Sets that differ from all others. */
  readonly distinct: number;
  /** Stages from the prior to the posterior, and the least share of moves that one of them accepted. */
  readonly stages: number;
  readonly leastAccepted: number;
  readonly from: string;
  readonly to: string;
  readonly caveats: readonly string[];
  readonly parameters: readonly ParameterFit[];
}

export interface ParameterFit {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  readonly source: string;
  readonly prior: Quantiles;
  readonly posterior: Quantiles;
  /** 1 - posterior variance / prior variance (of the logarithm for positive parameters): 0 = the data said nothing. */
  readonly contraction: number;
}

export interface Quantiles {
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export interface ScenarioSummary {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  /** True where the scenario is driven by data from after the as-of date: a look back, never a forecast. */
  readonly hindsight: boolean;
  /** Members whose numbers ceased to be finite. */
  readonly failedMembers: number;
}

export interface OutcomeSummary {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly favours: "ukraine" | "russia" | "neither";
}

export type VerdictWord =
  | "supported"
  | "contradicted"
  | "structure-dependent"
  | "prior-driven"
  | "undecided"
  | "untestable";

export interface Verdict {
  readonly id: string;
  readonly title: string;
  /** The author's point, in our words. */
  readonly point: string;
  /** Where in the article, with at most a short phrase quoted. */
  readonly place: string;
  readonly quote?: string;
  readonly verdict: VerdictWord;
  /** Where the verdict is prior-driven: what it would be if the priors were taken at their word. */
  readonly leaning?: VerdictWord;
  /** One or two sentences in plain words. */
  readonly reason: string;
  readonly propositions: readonly PropositionResult[];
  /** The parameters that matter most to it, most important first; rank correlation over the members. */
  readonly drivers: readonly Driver[];
  /** The place of the proposition that the verdict turns on, from 0; absent where nothing was tested. */
  readonly deciding?: number;
  /** What would change it, where it turns on a proposition about outcomes; absent where no parameter moves that one. */
  readonly change?: Change;
  /** What it would be with every threshold of its outcomes a third lower and a third higher; absent where there are none. */
  readonly atThresholds?: { readonly lower: VerdictWord; readonly upper: VerdictWord };
  /** True where either of these differs from what it says at the thresholds as stated. */
  readonly hangsOnThreshold: boolean;
  /** The rule that made it, step by step, with its numbers. */
  readonly rule: readonly string[];
  /** What the result rests on or cannot see; shown beside the verdict. */
  readonly caveats: readonly string[];
  /** What each model says by itself, simplest first; one entry where only one model was asked. */
  readonly byModel: readonly {
    readonly model: string;
    readonly verdict: VerdictWord;
    readonly leaning?: VerdictWord;
    /** The parameters that matter most in this model; none where it cannot test the claim. */
    readonly drivers?: readonly Driver[];
  }[];
}

/** A parameter that a verdict hangs on: how its rank goes with the result, member by member. */
export interface Driver {
  readonly name: string;
  readonly meaning: string;
  readonly rankCorrelation: number;
  readonly contraction: number;
  /** False where the correlation is no larger than the largest of many that chance alone would give. */
  readonly clear?: boolean;
}

/** The deciding proposition where its first driver is at its lowest and at its highest: quarters of the members. */
export interface Change {
  readonly parameter: { readonly name: string; readonly meaning: string; readonly unit: string };
  /** Members whose parameter lies at or below `bound`, the first quartile. */
  readonly lowest: Quarter;
  /** Members whose parameter lies at or above `bound`, the third quartile. */
  readonly highest: Quarter;
}

export interface Quarter {
  readonly bound: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly holds: "yes" | "no" | "undecided";
}

export interface PropositionResult {
  /** The proposition as a sentence. */
  readonly sentence: string;
  /**
   * probability: P(outcome by a week | scenario). contrast: a weighted sum of such, paired by member. parameter: share
   * of the posterior above or below a value. observed: ratio of two means of the record, without an interval.
   */
  readonly kind: "probability" | "contrast" | "parameter" | "observed";
  readonly value: number;
  /** 95 % Monte Carlo interval (Wilson for probabilities, paired normal for contrasts). */
  readonly low: number;
  readonly high: number;
  readonly bar: number;
  readonly direction: "at-least" | "at-most";
  readonly holds: "yes" | "no" | "undecided";
  /** The same with every threshold of the outcome a third lower and a third higher. */
  readonly sensitivity: readonly {
    readonly threshold: "-33 %" | "+33 %";
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** The probabilities that it is made of, one per scenario. */
  readonly parts: readonly {
    readonly scenario: string;
    readonly outcome: string;
    readonly byWeek: number;
    readonly date: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/** P(outcome has happened by week w) for w = 0, 1, ... horizon. */
export interface OutcomeProbability {
  readonly scenario: string;
  readonly outcome: string;
  readonly value: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface Fan {
  readonly scenario: string;
  readonly series: string;
  readonly unit: string;
  readonly title: string;
  readonly dates: readonly string[];
  readonly p05: readonly number[];
  readonly p10: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p90: readonly number[];
  readonly p95: readonly number[];
}

export interface ObservedSeries {
  readonly series: string;
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly dataDate: string;
  readonly known: readonly { readonly date: string; readonly value: number }[];
  readonly hindsight: readonly { readonly date: string; readonly value: number }[];
}
