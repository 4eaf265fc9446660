/** Writes the README's pictures of the app from the built site (npm run build:web): npx tsx scripts/app-figure.ts */
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serveFolder } from "../apps/cli/src/serve/static-server.ts";

const home = fileURLToPath(new URL("..", import.meta.url));
const site = await serveFolder(`${home}apps/web/dist`, 0);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  const pictures = [
    { name: "app", hash: "", dark: false, height: 860 },
    { name: "app-map", hash: "#v=1&view=map", dark: true, height: 1_000 },
  ];
  for (const { name, hash, dark, height } of pictures) {
    const context = await browser.newContext({
      viewport: { width: 1_280, height },
      deviceScaleFactor: 1.5,
      colorScheme: dark ? "dark" : "light",
      locale: "en-GB",
    });
    const page = await context.newPage();
    await page.goto(`${site.address}${hash}`);
    await page.waitForLoadState("networkidle");
    // Members stream in while the page is idle: the picture shows the answer that has settled.
    await page.waitForTimeout(9_000);
    await page.screenshot({ path: `${home}docs/images/${name}.png` });
    await context.close();
  }
} finally {
  await browser.close();
  await site.close();
}
