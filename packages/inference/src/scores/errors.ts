/** Every complaint of scores, rivals and backtests: a stable code, the place, the reason, the next step. */
export class ForecastError extends Error {
  readonly code: string;
  readonly place: string;
  readonly reason: string;
  readonly nextStep: string;

  constructor(parts: { code: string; place: string; reason: string; nextStep: string }) {
    super(`${parts.code}: ${parts.reason}\n\n  ${parts.place}\n\n  ${parts.nextStep}`);
    this.name = "ForecastError";
    this.code = parts.code;
    this.place = parts.place;
    this.reason = parts.reason;
    this.nextStep = parts.nextStep;
  }
}

/** The catalogue: tests call the same functions. */
export const errors = {
  tooFewMembers: (score: string, found: number, least: number) =>
    new ForecastError({
      code: "score/members",
      place: score,
      reason: `an ensemble of ${found} cannot be scored; ${score} needs at least ${least}.`,
      nextStep: "Forecast with more members.",
    }),
  notFinite: (score: string, what: string, value: number) =>
    new ForecastError({
      code: "score/not-finite",
      place: score,
      reason: `${what} is ${value}.`,
      nextStep: "Leave failed members out before scoring, and say how many there were.",
    }),
  badWeights: (score: string, why: string) =>
    new ForecastError({
      code: "score/weights",
      place: score,
      reason: `the weights ${why}.`,
      nextStep: "Give one weight of at least 0 for each member, with a positive sum.",
    }),
  outsideBins: (observed: number, low: number, high: number) =>
    new ForecastError({
      code: "score/bins",
      place: "ignorance",
      reason: `${observed} lies outside the bins, which cover [${low}, ${high}).`,
      nextStep: "Give bins that cover every possible value; the outermost edges may be infinite.",
    }),
  shortHistory: (rule: string, found: number, least: number) =>
    new ForecastError({
      code: "forecast/short-history",
      place: rule,
      reason: `the history has ${found} weeks; ${rule} needs at least ${least}.`,
      nextStep: "Start later, or leave this rule out.",
    }),
  badRequest: (rule: string, what: string, value: number, wanted: string) =>
    new ForecastError({
      code: "forecast/request",
      place: rule,
      reason: `${what} is ${value}; ${wanted} is expected.`,
      nextStep: "Mend the request.",
    }),
  historyEnd: (target: string, origin: string, last: string) =>
    new ForecastError({
      code: "history/end",
      place: `${target} at ${origin}`,
      reason: `the history ends on ${last}, not on the origin ${origin}${last > origin ? ": it knows the future" : ""}.`,
      nextStep: "Take histories from evidence.asOf(origin), on Mondays.",
    }),
  historyStep: (target: string, before: string, after: string) =>
    new ForecastError({
      code: "history/step",
      place: `${target} at ${after}`,
      reason: `${before} is followed by ${after}, which is not one week later.`,
      nextStep: "Give one level for every Monday, in order.",
    }),
  historyLength: (target: string, dates: number, levels: number) =>
    new ForecastError({
      code: "history/length",
      place: target,
      reason: `there are ${dates} dates and ${levels} levels.`,
      nextStep: "Give one level for every date.",
    }),
  historyRange: (target: string, date: string, value: number, unit: string, low: number, high: number) =>
    new ForecastError({
      code: "history/range",
      place: `${target} at ${date}`,
      reason: `${value} is not a possible value in ${unit}: possible are ${low} to ${high}.`,
      nextStep: "Check the unit, the side, and which file the series comes from.",
    }),
  historyJump: (target: string, date: string, change: number, unit: string, least: number, most: number) =>
    new ForecastError({
      code: "history/jump",
      place: `${target} at ${date}`,
      reason: `a weekly change of ${change} ${unit} is not possible: possible are ${least} to ${most}.`,
      nextStep: "Check the unit, the side and the sign; a cumulative count never falls by more than a correction.",
    }),
  forecastShape: (forecaster: string, target: string, found: number, wanted: number) =>
    new ForecastError({
      code: "forecast/shape",
      place: `${forecaster}, ${target}`,
      reason: `the forecast has ${found} numbers where [week][member] needs ${wanted}.`,
      nextStep: "Return one level for each week and member, weeks outermost.",
    }),
  forecastLevel: (forecaster: string, target: string, origin: string, median: number, level: number) =>
    new ForecastError({
      code: "forecast/level",
      place: `${forecaster}, ${target} at ${origin}`,
      reason: `the first week's median is ${median}, but the level at the origin is ${level}: no week moves that far.`,
      nextStep: "Forecast levels (not changes), in the target's unit, of the same side, from the origin on.",
    }),
  usesFuture: (forecaster: string, target: string, origin: string) =>
    new ForecastError({
      code: "forecast/uses-future",
      place: `${forecaster}, ${target} at ${origin}`,
      reason: "the forecast changes when rows after the origin change.",
      nextStep: "Take everything from evidence.asOf(origin); simulate what was not known then.",
    }),
  unknownName: (what: string, name: string, known: readonly string[], near: string | undefined) =>
    new ForecastError({
      code: "backtest/unknown-name",
      place: name,
      reason: `there is no ${what} '${name}'.`,
      nextStep: near === undefined ? `Known: ${known.join(", ")}.` : `Did you mean '${near}'?`,
    }),
  knownTooEarly: (origin: string, horizonWeeks: number, knownFrom: string) =>
    new ForecastError({
      code: "stack/known-too-early",
      place: `the record of ${origin}, ${horizonWeeks} weeks ahead`,
      reason: `its outcome is said to be known on ${knownFrom}, before it happened: weights would learn from the future.`,
      nextStep: "Delete the record and let it be made again.",
    }),
  noRoom: (first: string, last: string) =>
    new ForecastError({
      code: "backtest/no-room",
      place: `${first} to ${last}`,
      reason: "no origin leaves room for the shortest horizon.",
      nextStep: "Start earlier, or import newer data.",
    }),
};
