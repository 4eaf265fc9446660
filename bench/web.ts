/**
 * `npm run bench:web`: the app's live loop in headless Chromium, as rows for docs/benchmarks.md. `--quick` moves the
 * lever fewer times. The site is built first where it is missing or old.
 */
import { servedSite } from "../tests/browser/site.ts";
import { type Line, printTable } from "./table.ts";
import { webTimes } from "./web-live.ts";

const moves = process.argv.includes("--quick") ? 8 : 30;
process.stderr.write("the app in Chromium ...\n");
const site = await servedSite();
try {
  const { coarse, fine, longTasks, firstBytes, interactive, firstAnswer } = await webTimes(site, moves);
  const lines: Line[] = [
    { what: "lever to redraw, 1,024 x 104 weeks of M2, median ms", value: median(fine), digits: 0, most: 250 },
    { what: "  at best, ms", value: Math.min(...fine), digits: 0 },
    { what: "  9 of 10 within, ms", value: quantile(fine, 0.9), digits: 0 },
    { what: "lever to coarse answer, median ms", value: median(coarse), digits: 0, most: 60 },
    { what: "  at best, ms", value: Math.min(...coarse), digits: 0 },
    { what: "longest task on the page's thread meanwhile, ms", value: Math.max(0, ...longTasks), digits: 0 },
    { what: "first visit, kB as sent", value: firstBytes / 1000, digits: 0, most: 1_500 },
    { what: "  until levers and a coarse answer stand, ms", value: interactive, digits: 0, most: 3_000 },
    { what: "  until the full answer stands, ms", value: firstAnswer, digits: 0 },
  ];
  printTable(lines);
} finally {
  await site.close();
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
