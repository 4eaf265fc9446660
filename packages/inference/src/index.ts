export * from "./backtest/index.ts";
export { clusteredMean, clusteredShare, meanOfSums, shareOfSums } from "./clustered.ts";
export { contraction } from "./contraction.ts";
export { normalLogDensity, student4LogDensity } from "./densities.ts";
export { normalDraws, seedFor, student4Draws, uniformDraws } from "./draws/draws.ts";
export * from "./es-mda/index.ts";
export * from "./filters/index.ts";
export {
  effectiveSampleSize,
  systematicResample,
  temperedWeights,
  type Weights,
  weightsAtPower,
} from "./importance.ts";
export { type Estimate, meanInterval, wilson, Z95 } from "./intervals.ts";
export {
  addLogLikelihood,
  type BlockObservation,
  type MemberSeries,
  type Observation,
  type WeeklyObservation,
} from "./observation.ts";
export * from "./posterior/index.ts";
export { quantileSorted, quantiles, weightedQuantiles } from "./quantile.ts";
export { correlation, rankCorrelation, ranks } from "./rank-correlation.ts";
export * from "./rivals/index.ts";
export * from "./scores/index.ts";
export * from "./stack/index.ts";
