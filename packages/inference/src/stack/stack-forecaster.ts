import { askAtOrigin, type Question } from "../backtest/ask-at-origin.ts";
import type { Forecast, Forecaster, ForecastRequest } from "../backtest/forecaster.ts";
import type { Histories } from "../backtest/target.ts";
import { systematicAssignment } from "./assignment.ts";
import { type StackFamily, targetsOf } from "./family.ts";
import { type LearntWeights, learnWeights, WEIGHT_OPTIONS, type WeightOptions } from "./learn-weights.ts";
import { learnSpreads, SPREAD_OPTIONS, type SpreadOptions, scaledWeek, spreadByWeek, spreadCells } from "./spread.ts";
import { outcomesOf, type StackRecord, stackCells } from "./stack-record.ts";

export interface StackOptions {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly components: readonly Forecaster[];
  readonly families: readonly StackFamily[];
  /** Horizons that weights and spreads are learnt at, in weeks, ascending. */
  readonly horizons: readonly number[];
  /** What earlier origins taught; asked at every forecast, so that a backtest can add to it as it goes. */
  readonly records: () => readonly StackRecord[];
  readonly weights?: WeightOptions;
  /** `false`: spreads are left as they are. */
  readonly spread?: SpreadOptions | false;
}

/** Name and version: a record speaks of a component only while both are the same. */
export const componentKey = ({ id, version }: Forecaster): string => `${id} ${version}`;

/** What the stack learnt for one family at one origin. */
export interface Learnt extends LearntWeights {
  readonly family: StackFamily;
  /** The components that forecast every target of the family, in the order of the weights. */
  readonly components: readonly Forecaster[];
  /** Factor on the spread at each horizon. */
  readonly spreads: readonly number[];
}

/** The components of a family: those that it names, as far as they forecast all its targets. */
const componentsOf = ({ components }: StackOptions, { of, ...family }: StackFamily): Forecaster[] =>
  components.filter((each) => (of?.includes(each.id) ?? true) && targetsOf(family).every(each.forecasts));

/** Weights and spreads as they could be learnt at an origin. Throws `stack/...`. */
export function learnAt(options: StackOptions, origin: string): Learnt[] {
  const { families, horizons, weights = WEIGHT_OPTIONS, spread = SPREAD_OPTIONS } = options;
  const records = options.records();
  return families.map((family) => {
    const components = componentsOf(options, family);
    const keys = components.map(componentKey);
    const spreads =
      spread === false ? horizons.map(() => 1) : learnSpreads(records, keys, family, origin, horizons, spread);
    return { family, components, ...learnWeights(records, keys, family, origin, horizons, weights), spreads };
  });
}

/** The linear pool of a family: member i is path i of the component that it follows, in every target and week. */
export function poolFamily(
  { family, components, weights }: Learnt,
  forecastOf: (component: Forecaster) => Forecast,
  members: number,
): Forecast {
  const follows = systematicAssignment(weights, members);
  return Object.fromEntries(
    targetsOf(family).map((target) => {
      const paths = components.map((component) => forecastOf(component)[target]!);
      return [target, paths[0]!.map((_, i) => paths[follows[i % members]!]![i]!)];
    }),
  );
}

/** A stack of forecasters with weights and spreads learnt from earlier origins only: itself a forecaster. */
export function stackForecaster(options: StackOptions): Forecaster {
  const { components, families, horizons } = options;
  const settings = JSON.stringify([
    options.version,
    horizons,
    options.weights ?? WEIGHT_OPTIONS,
    options.spread ?? SPREAD_OPTIONS,
    families,
    components.map(componentKey),
  ]);
  const targets = new Set(
    families.filter((family) => componentsOf(options, family).length > 0).flatMap((family) => targetsOf(family)),
  );
  return {
    id: options.id,
    title: options.title,
    family: "model",
    version: settings,
    forecasts: (target) => targets.has(target),
    forecast: async (request) => {
      const isWanted = (target: string) => request.wanted?.includes(target) ?? true;
      const learnt = learnAt(options, request.origin).filter(
        (each) => each.components.length > 0 && targetsOf(each.family).some(isWanted),
      );
      const { horizonWeeks, members } = request;
      const answers = new Map<Forecaster, Forecast>();
      // Components without weight in any family need not be asked; the others one after another, for the memory's sake.
      for (const component of components)
        if (learnt.some((each) => (each.weights[each.components.indexOf(component)] ?? 0) > 0))
          answers.set(component, await component.forecast(ownPart(request, component, learnt)));
      return Object.assign(
        {},
        ...learnt.map((each) => {
          const used = each.components.filter((component) => answers.has(component));
          const weights = each.weights.filter((_, k) => answers.has(each.components[k]!));
          const pool = poolFamily({ ...each, components: used, weights }, (c) => answers.get(c)!, members);
          return scaled(pool, each.family, spreadByWeek(horizons, each.spreads, horizonWeeks), members);
        }),
      ) as Forecast;
    },
  };
}

/**
 * A component is told of the targets that it forecasts, as it is when it forecasts alone. Where not all is wanted, it is
 * asked for whole families: a total moves with its parts.
 */
function ownPart(request: ForecastRequest, { forecasts }: Forecaster, learnt: readonly Learnt[]): ForecastRequest {
  const own = Object.entries(request.histories).filter(([target]) => forecasts(target));
  const wanted = request.wanted && { wanted: learnt.flatMap(({ family }) => targetsOf(family)) };
  return { ...request, histories: Object.fromEntries(own), ...wanted };
}

function scaled(pool: Forecast, family: StackFamily, spreads: Float64Array, members: number): Forecast {
  const levels = Object.fromEntries(targetsOf(family).map((target) => [target, pool[target]!.slice()]));
  spreads.forEach((spread, w) => {
    if (spread === 1) return;
    for (const [target, week] of Object.entries(scaledWeek(pool, family, w + 1, members, spread)))
      levels[target]!.set(week, w * members);
  });
  return levels;
}

/** What one origin teaches, as far as outcomes have arrived. The components answer through the usual guards. */
export async function recordOrigin(
  options: StackOptions,
  question: Omit<Question, "horizonWeeks">,
  actual: Histories,
): Promise<StackRecord> {
  const { components, families, horizons } = options;
  const { origin, members } = question;
  const outcomes = outcomesOf({ origin, targets: question.targets, horizons, actual });
  const answers = new Map<Forecaster, Forecast>();
  for (const component of components)
    answers.set(component, await askAtOrigin(component, { ...question, horizonWeeks: horizons.at(-1)! }));
  const pools = learnAt(options, origin)
    .filter((each) => each.components.length > 0)
    .map((each) => poolFamily(each, (component) => answers.get(component)!, members));
  return {
    origin,
    components: components.map(componentKey),
    cells: stackCells([...answers.values()], members, outcomes),
    spreads: options.spread === false ? [] : spreadCells(Object.assign({}, ...pools), families, members, outcomes),
  };
}
