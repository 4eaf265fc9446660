export type * from "./answer.ts";
export { type AskRequest, answerClaims } from "./answer-claims.ts";
export { addWeeks, isMonday, type Timeline, timeline, weeksBetween } from "./calendar.ts";
export { type Claim, type Claims, type ClaimsFile, claimsSchema, type Proposition, parseClaims } from "./claims.ts";
export {
  type Flags,
  fanOf,
  probabilityOverTime,
  runScenario,
  type ScenarioRun,
  scenarioIr,
  scenarioSeries,
} from "./ensemble.ts";
export { type Complaint, InputError, suggestion } from "./errors.ts";
export { type Fit, type FitSettings, fitFrom, fitPosterior, posteriorIdentity, STANDARD_FIT } from "./fit.ts";
export { forecastStudy, type StudyForecast } from "./forecast.ts";
export { identityOf, rounded } from "./identity.ts";
export { jsonSchema, type SchemaName, schemaNames } from "./json-schema.ts";
export {
  type Asking,
  checkQuestion,
  chosenScenarios,
  judgeClaims,
  knowing,
  neededFlags,
  neededScenarios,
} from "./judge-claims.ts";
export { type LeverGroup, leverValues } from "./levers.ts";
export { type DecodedLink, decodeLink } from "./link/decode-link.ts";
export { encodeLink, LINK_VERSION } from "./link/encode-link.ts";
export { runIdentityOf } from "./link/run-identity.ts";
export {
  HORIZON,
  type LeverSetting,
  type LeverSettings,
  type LinkVocabulary,
  type ModelName,
  SECTIONS,
  type Section,
  type Setting,
  type View,
} from "./link/setting.ts";
export { standardSetting } from "./link/standard-setting.ts";
export {
  type CheckedStatistic,
  type PredictiveCheck,
  predictiveChecks,
  type StatisticName,
} from "./predictive-checks.ts";
export { type Findings, holds, scalarOf } from "./propositions.ts";
export {
  type LeverChange,
  type LeverValue,
  parseScenario,
  type Scenario,
  type ScenarioFile,
  scenarioSchema,
} from "./scenario.ts";
export type { Executor, FanSpec, Progress, PublicRecord, Study } from "./study.ts";
export { PRIOR_DRIVEN_BELOW, word } from "./verdict.ts";
