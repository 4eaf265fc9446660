/** Figures as pure functions: data in, SVG text out. Runs in a browser and on a server; `./node` adds what only Node can do. */
export { type AidSeries, aidBars } from "./aid-bars.ts";
export { FigureError } from "./errors.ts";
export { type FanChartData, type FanPanel, fanChart, type Point } from "./fan-chart.ts";
export type { Canvas, Frame, KeyEntry } from "./frame.ts";
export { intervalStrips, type Spread, type StripRow } from "./interval-strip.ts";
export { type Annotation, type LineChartData, type LineSeries, lineChart } from "./line-chart.ts";
export { type LossSeries, lossLines } from "./loss-lines.ts";
export {
  formatDay,
  formatNumber,
  formatPercent,
  formatPercentInterval,
  formatPoints,
  formatPointsInterval,
  parseDay,
  thin,
} from "./number-format.ts";
export { type ProbabilityCurve, probabilityCurves } from "./probability-curves.ts";
export { type ProbabilityRow, probabilityDots } from "./probability-dots.ts";
export { escapeXml } from "./serialize.ts";
export { type SkillData, type SkillGroup, type SkillRow, skillChart } from "./skill-chart.ts";
export { type Slope, type SlopeData, slopeChart } from "./slope-chart.ts";
export { sparkline } from "./sparkline.ts";
export { type BarSeries, type StackedBarsData, stackedBars } from "./stacked-bars.ts";
export { textWidth, wrapText } from "./text-width.ts";
export { darkTheme, lightTheme, type Theme, themeVariables, variableTheme } from "./theme.ts";
export { niceTicks } from "./ticks.ts";
export { typeset } from "./typeset.ts";
