import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumThere } from "../../packages/kernel/src/browser/browsers.ts";
import { openChromium, openPage } from "./chromium.ts";
import { type ServedPage, servePage } from "./page/serve-page.ts";
import { likeness, looksAsBefore } from "./pictures.ts";

/** Width, height, and how many pixels of the picture stand for one of the page: the pictures stay small. */
const SIZES = [
  [360, 740, 1],
  [1280, 800, 0.75],
  [2560, 1440, 0.5],
] as const;
const VIEWS = {
  answer: "section=question",
  compared: "section=question&compare=west",
  claims: "section=claims&focus=C2",
};

/** Fonts differ a little from machine to machine; a moved block moves far more pixels. */
const MOST_DIFFERING = 0.03;

describe.skipIf(!chromiumThere())("the page looks as it did when it was looked at", () => {
  let served: ServedPage;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([servePage(), openChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  for (const [width, height, scale] of SIZES)
    for (const colorScheme of ["light", "dark"] as const)
      for (const [name, hash] of Object.entries(VIEWS)) {
        // Further views at one size and theme each: colours and columns are those of the first.
        if (name !== "answer" && (width !== 1280 || (colorScheme === "light") === (name === "claims"))) continue;
        it(`${name}, ${width} px, ${colorScheme}`, async () => {
          const { page, faults } = await openPage(browser, `${served.address}#${hash}`, {
            viewport: { width, height },
            deviceScaleFactor: scale,
            colorScheme,
          });
          await page.locator(".answer-sentence b").first().waitFor();
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          ).toBeLessThanOrEqual(0);
          const file = fileURLToPath(new URL(`looks/${name}-${width}-${colorScheme}.png`, import.meta.url));
          const { differing, sameSize } = await looksAsBefore(browser, page, file);
          await page.context().close();
          expect(faults).toEqual([]);
          expect(sameSize).toBe(true);
          expect(differing).toBeLessThan(MOST_DIFFERING);
        });
      }

  it("would tell the dark page from the light one", async () => {
    const { page } = await openPage(browser, served.address, { viewport: { width: 360, height: 740 } });
    const light = await page.screenshot();
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await page.screenshot();
    expect((await likeness(browser, light, dark)).differing).toBeGreaterThan(0.5);
    expect((await likeness(browser, light, light)).differing).toBe(0);
    await page.context().close();
  });

  it("has a picture of every size and theme", () => {
    for (const [width] of SIZES)
      for (const scheme of ["light", "dark"])
        expect(existsSync(fileURLToPath(new URL(`looks/answer-${width}-${scheme}.png`, import.meta.url)))).toBe(true);
  });
});
