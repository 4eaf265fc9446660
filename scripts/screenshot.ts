import { basename, extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

/**
 * Pictures of an HTML or SVG file in Debian's chromium, to be looked at:
 *   npx tsx scripts/screenshot.ts out/report.html --widths 1280,390 --schemes light,dark --out out
 * writes out/report-1280-light.png and so on. `--selector` takes one element instead of the whole page. A page
 * that asks for anything outside itself, or is wider than the window, is reported, and the exit code is 1.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    widths: { type: "string", default: "1280,390" },
    schemes: { type: "string", default: "light,dark" },
    out: { type: "string", default: "out" },
    selector: { type: "string" },
    chromium: { type: "string", default: "/usr/bin/chromium" },
  },
});
const file = positionals[0];
if (!file) {
  process.stderr.write("Give the file to look at, for example: npx tsx scripts/screenshot.ts out/report.html\n");
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: values.chromium,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const requests: string[] = [];
let wide = 0;
try {
  for (const width of values.widths.split(",").map(Number)) {
    for (const scheme of values.schemes.split(",")) {
      const page = await browser.newPage({
        viewport: { width, height: 900 },
        colorScheme: scheme === "dark" ? "dark" : "light",
      });
      page.on("request", (request) => {
        if (!/^(file|data):/.test(request.url())) requests.push(request.url());
      });
      await page.goto(pathToFileURL(resolve(file)).href);
      const overflow = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      if (Number(overflow) > 0) {
        wide += 1;
        process.stderr.write(`At ${width} px the page is ${overflow} px too wide.\n`);
      }
      const target = join(values.out, `${basename(file, extname(file))}-${width}-${scheme}.png`);
      if (values.selector) await page.locator(values.selector).first().screenshot({ path: target });
      else await page.screenshot({ path: target, fullPage: true });
      process.stdout.write(`${target}\n`);
      await page.close();
    }
  }
} finally {
  await browser.close();
}
for (const url of requests) process.stderr.write(`The page asked for ${url}\n`);
process.exit(requests.length > 0 || wide > 0 ? 1 : 0);
