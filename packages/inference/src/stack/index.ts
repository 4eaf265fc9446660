export { systematicAssignment } from "./assignment.ts";
export { type StackFamily, targetsOf } from "./family.ts";
export { type LearntWeights, learnWeights, WEIGHT_OPTIONS, type WeightOptions } from "./learn-weights.ts";
export { remembering } from "./remembering.ts";
export { learnSpreads, SPREAD_OPTIONS, SPREADS, type SpreadOptions, spreadByWeek } from "./spread.ts";
export {
  componentKey,
  type Learnt,
  learnAt,
  recordOrigin,
  type StackOptions,
  stackForecaster,
} from "./stack-forecaster.ts";
export type { SpreadCell, StackCell, StackRecord } from "./stack-record.ts";
