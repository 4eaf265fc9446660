import {
  type Forecaster,
  remembering,
  type StackFamily,
  type StackOptions,
  type StackRecord,
  stackForecaster,
} from "@logjam/inference";
import { FAMILIES, HORIZONS } from "./families.ts";

export const RELEASED = "released";

/** The released stack's settings over given components; `records` is what earlier origins taught. */
export const releasedOptions = (
  components: readonly Forecaster[],
  records: () => readonly StackRecord[],
  families: readonly StackFamily[] = FAMILIES,
): StackOptions => ({
  id: RELEASED,
  title: "released forecast, a stack with learnt weights",
  version: "1",
  components,
  families,
  horizons: HORIZONS,
  records,
});

/** The forecast that is published: a stack with weights learnt only from origins before the one it is asked at. */
export const releasedForecaster = (
  components: readonly Forecaster[],
  records: () => readonly StackRecord[],
  families: readonly StackFamily[] = FAMILIES,
): Forecaster => stackForecaster(releasedOptions(components, records, families));

/** The components as both the backtest and the stack ask them: each does its work once an origin. */
export const shared = (components: readonly Forecaster[]): Forecaster[] => components.map(remembering);
