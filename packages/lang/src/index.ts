export { checkModel } from "./check/check-model.ts";
export {
  auxiliary,
  constant,
  flow,
  lever,
  noise,
  outcome,
  output,
  parameter,
  series,
  stock,
} from "./declare/declare.ts";
export { type Delay, delay, smooth } from "./declare/delay.ts";
export { ar1, bernoulli, lognormalNoise, studentT } from "./declare/draws.ts";
export { type LookupShape, lookup, type Points } from "./declare/lookup.ts";
export { type FormulaSource, type GapRule, Quantity, Reference } from "./declare/quantity.ts";
export { regime } from "./declare/regime.ts";
export { assign, balance, Rule } from "./declare/rule.ts";
export { season } from "./declare/season.ts";
export { errors } from "./errors/catalogue.ts";
export { type Diagnostic, type Mark, ModelError, renderDiagnostic } from "./errors/diagnostic.ts";
export { runErrors } from "./errors/run-errors.ts";
export { Formula, f, type Operand } from "./formula/formula.ts";
export { NEVER } from "./formula/functions.ts";
export { evaluate, evaluateAll, type Given } from "./interpret/evaluate.ts";
export { type Failure, findFailure } from "./interpret/failure.ts";
export { interpret, interpretMember } from "./interpret/interpret.ts";
export { SeriesError, type SeriesRequest, seriesTable } from "./interpret/series-table.ts";
export type { BinaryName, Draw, Ir, Lag, Op, Output, State, UnaryName } from "./ir/ir.ts";
export type { RunInput, RunOutput, Standing } from "./ir/run.ts";
export { type Counterexample, checkLaws, type LawRequest, type LawResult, renderLawResult } from "./laws/check-laws.ts";
export { conserved } from "./laws/conserved.ts";
export { bounded, fallingIn, type Law, nonNegative, risingIn } from "./laws/law.ts";
export { type CompileOptions, compile } from "./lower/compile.ts";
export {
  type LeverScalar,
  type Member,
  Model,
  type ModelOptions,
  model,
  type OutcomeScalar,
  type ParameterScalar,
  type Scalar,
} from "./model/model.ts";
export { nearestName } from "./nearest.ts";
export * as numerics from "./numerics.ts";
export {
  type DependencyGraph,
  type Description,
  dependencyGraph,
  describe,
  type PrintedEquation,
  type PrintedPrior,
  type PrintedQuantity,
} from "./print/describe.ts";
export { mathml } from "./print/mathml.ts";
export { nameWords, shortName } from "./print/names.ts";
export { betaShareBelow, logGamma } from "./priors/beta.ts";
export { beta, logitNormal, lognormal, lognormalRange, normal, triangular, uniform } from "./priors/families.ts";
export { normalQuantile, normalShareBelow } from "./priors/normal.ts";
export { interval, type Prior, showPrior } from "./priors/prior.ts";
export { type SampleRequest, samplePriors } from "./priors/sample.ts";
export { drawBlock, philox4x32, streamHash, uniformOf } from "./random.ts";
export { type ByElement, scalarName } from "./sets/elements.ts";
export { IndexSet, indexSet, Mapping, mapping } from "./sets/index-set.ts";
export { BASE_UNITS, type UnitTable } from "./units/base-units.ts";
