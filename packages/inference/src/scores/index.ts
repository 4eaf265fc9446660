export {
  type BootstrapOptions,
  blockLengthFor,
  bootstrapMean,
  bootstrapSkill,
} from "./block-bootstrap.ts";
export { coveragePValue, type Uniformity, uniformity } from "./coverage.ts";
export { type CrpsForm, crpsEnsemble, crpsWeighted } from "./crps-ensemble.ts";
export {
  crpsBeta,
  crpsBinomial,
  crpsCount,
  crpsExponential,
  crpsGamma,
  crpsLognormal,
  crpsNegativeBinomial,
} from "./crps-positive.ts";
export {
  crpsNormal,
  crpsSymmetric,
  crpsTruncated,
  laplaceLaw,
  logisticLaw,
  normalLaw,
  type SymmetricLaw,
  studentLaw,
} from "./crps-symmetric.ts";
export { dawidSebastiani, dawidSebastianiEnsemble } from "./dawid-sebastiani.ts";
export { ForecastError } from "./errors.ts";
export { baselineLogScore, brier, ignorance, shareAbove } from "./event-scores.ts";
export { bandwidthOf, logScoreEnsemble } from "./log-score.ts";
export type { Members } from "./members.ts";
export { pitEnsemble } from "./pit.ts";
export { type CentralInterval, centralInterval, intervalScore, quantileScore } from "./quantile-scores.ts";
export { energyScore, variogramScore } from "./vector-scores.ts";
