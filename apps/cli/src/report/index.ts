export { drawFan } from "./fan-figure.ts";
export { renderReport } from "./render-report.ts";
export { renderTable, type TableOptions } from "./terminal.ts";
