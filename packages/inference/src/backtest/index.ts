export { checkForecast, checkUsesNoFuture } from "./check-forecast.ts";
export { checkHistory } from "./check-history.ts";
export { addWeeks, monthlyOrigins } from "./dates.ts";
export { type Family, type Forecast, type Forecaster, type ForecastRequest, fromRule } from "./forecaster.ts";
export { type RegimeForecasterOptions, regimeForecaster } from "./regime-forecaster.ts";
export { type BacktestPlan, type OriginData, scoreOrigin, type TargetGroup } from "./score-origin.ts";
export { fromCsv, type ScoreRow, toCsv } from "./score-row.ts";
export { type SummaryOptions, type SummaryRow, summarise, WEEKS_BETWEEN_ORIGINS } from "./summary.ts";
export type { Histories, History, Target } from "./target.ts";
