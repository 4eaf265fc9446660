export { filterRegimes, type RegimeChain, type RegimeFilter } from "./hidden-regimes.ts";
export { type KalmanStep, kalmanFilter, type LinearGaussian } from "./kalman.ts";
export type { Matrix, Vector } from "./matrix.ts";
export { type ParticleModel, type ParticleOptions, type ParticleStep, particleFilter } from "./particle-filter.ts";
export { checkRanks, type RankCheck, truthRank } from "./rank-statistics.ts";
export {
  type PlaceHistories,
  parametersFrom,
  type RegimeForecastRequest,
  type RegimePosterior,
  type RegimeStudy,
  type RunMembers,
  regimeForecast,
  regimeLogLikelihood,
  regimePosterior,
} from "./regime-switching.ts";
export {
  type StandardPosterior,
  type TemperedOptions,
  type TemperedSample,
  temperedSample,
} from "./tempered-sampler.ts";
