import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumThere } from "../../packages/kernel/src/browser/browsers.ts";
import { openChromium, openPage } from "./chromium.ts";
import { type ServedPage, servePage } from "./page/serve-page.ts";

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The main views, each with what can be opened in it open. */
const VIEWS = [
  "section=question&hindsight=1",
  "section=question&compare=west",
  "section=charts",
  "section=claims&focus=C9",
];

describe.skipIf(!chromiumThere())("axe-core finds nothing serious on the page", () => {
  let served: ServedPage;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([servePage(), openChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const check = async (
    view: string,
    options: { readonly colorScheme: "light" | "dark"; readonly locale: string; readonly width: number },
  ) => {
    // The policy of the page forbids axe's own way in; nothing else is let off.
    const { colorScheme, locale, width } = options;
    const { page, faults } = await openPage(browser, `${served.address}#${view}`, {
      colorScheme,
      locale,
      viewport: { width, height: 800 },
      bypassCSP: true,
    });
    await page.locator(".answer-sentence b").first().waitFor();
    await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
    await page.locator(".lever-help-button").first().click();
    if (view.includes("charts")) await page.locator('.data-table button[aria-expanded="false"]').first().click();
    await page.addScriptTag({ path: axe });
    const { violations } = (await page.evaluate(
      "axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: true } } })",
    )) as AxeResult;
    await page.context().close();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)).toEqual(
      [],
    );
    expect(faults).toEqual([]);
  };

  for (const view of VIEWS)
    it(`light, English: ${view}`, () => check(view, { colorScheme: "light", locale: "en-GB", width: 1280 }));
  it("dark, Ukrainian, on a telephone", () => check(VIEWS[0]!, { colorScheme: "dark", locale: "uk-UA", width: 360 }));
  it("dark, claims", () => check(VIEWS[3]!, { colorScheme: "dark", locale: "en-GB", width: 1280 }));

  it("would tell of a button without a name", async () => {
    const { page } = await openPage(browser, served.address, { bypassCSP: true });
    await page.locator(".answer-sentence b").first().waitFor();
    await page.evaluate("document.body.append(document.createElement('button'))");
    await page.addScriptTag({ path: axe });
    const { violations } = (await page.evaluate("axe.run()")) as AxeResult;
    expect(violations.map(({ id }) => id)).toContain("button-name");
    await page.context().close();
  });
});
