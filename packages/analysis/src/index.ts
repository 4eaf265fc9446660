export type * from "./answer.ts";
export { type AskRequest, answerClaims } from "./answer-claims.ts";
export { addWeeks, isMonday, type Timeline, timeline, weeksBetween } from "./calendar.ts";
export { type Claim, type Claims, type ClaimsFile, claimsSchema, type Proposition, parseClaims } from "./claims.ts";
export { type Complaint, InputError, suggestion } from "./errors.ts";
export { identityOf, rounded } from "./identity.ts";
export { jsonSchema, type SchemaName, schemaNames } from "./json-schema.ts";
export { type LeverGroup, leverValues } from "./levers.ts";
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
