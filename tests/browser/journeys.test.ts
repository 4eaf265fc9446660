import { readFileSync } from "node:fs";
import { parseClaims } from "@logjam/analysis";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaticServer } from "../../apps/cli/src/serve/static-server.ts";
import { chromiumThere } from "../../packages/kernel/src/browser/browsers.ts";
import { openChromium, openPage, type Watched } from "./chromium.ts";
import { servedSite } from "./site.ts";

/** Longer than any step takes on a slow machine that is busy besides. */
const PATIENCE_MS = 15_000;

/** Ten things that visitors come for, on the site as it is built, with the real models. */
describe.skipIf(!chromiumThere())("a visitor", () => {
  let site: StaticServer;
  let browser: Browser;
  /** One visit for all journeys but the last two: as a visitor goes on from one thing to the next. */
  let visit: Watched;
  let page: Page;

  beforeAll(async () => {
    [site, browser] = await Promise.all([servedSite(), openChromium()]);
    visit = await openPage(browser, site.address);
    ({ page } = visit);
    page.setDefaultTimeout(PATIENCE_MS);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const answer = (of: Page = page) => of.locator(".answer-sentence").textContent();
  /** The answer once it is of the setting in hand, with the members of a full run at least. */
  const settled = async (of: Page = page): Promise<string> => {
    await shown(of, 1_024);
    return (await answer(of)) ?? "";
  };
  /** The same, once no more members come in. */
  const complete = async (of: Page): Promise<string> => {
    await shown(of, 4_096);
    return (await answer(of)) ?? "";
  };
  const shown = (of: Page, members: number) =>
    expect
      .poll(
        () =>
          of.evaluate((least) => {
            const { stage, members: now } = document.documentElement.dataset;
            return stage !== undefined && !["stale", "loading"].includes(stage) && Number(now) >= least;
          }, members),
        { timeout: 40_000, interval: 100 },
      )
      .toBe(true);
  const setting = (name: string) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name);

  it("1. reads the answer", async () => {
    const text = await settled();
    expect(text).toMatch(
      /^[A-Z].*\. By \d+ \w+ \d{4}, Ukraine breaks it in [<>]?\d+% of model runs \(\d+–\d+%\), Russia in /,
    );
    await expect.poll(() => page.locator('.answer [role="status"]').textContent()).toMatch(/^[A-Z].* By /);
    expect(await page.locator("svg.curves").getAttribute("aria-label")).toMatch(/Logjam broken for Ukraine [<>]?\d+%/);
  });

  it("2. drags the date", async () => {
    const slider = page.getByRole("slider", { name: "By which date?" });
    const box = (await slider.boundingBox())!;
    await page.mouse.move(box.x + box.width - 10, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    const middle = Number(await slider.inputValue());
    expect(middle).toBeGreaterThan(40);
    expect(middle).toBeLessThan(64);
    await slider.press("ArrowRight");
    await slider.press("PageUp");
    expect(await slider.inputValue()).toBe(String(middle + 14));
    const date = (await slider.getAttribute("aria-valuetext"))!.split(",")[0]!;
    expect(await answer()).toContain(`By ${date}`);
    await expect.poll(() => setting("by")).toBe(String(middle + 14));
  });

  it("3. goes to the article's moment, and has what happened afterwards drawn", async () => {
    expect(await page.getByLabel("Show what happened afterwards").count()).toBe(0);
    await page.getByRole("button", { name: "The article’s moment: 27 November 2023" }).click();
    await settled();
    expect(await page.locator(".basis").textContent()).toContain("fitted to the record up to 27 November 2023");
    const after = page.locator('[data-figure="area"] .line.after');
    expect(await after.count()).toBe(0);
    await page.getByLabel("Show what happened afterwards").check();
    expect(await after.getAttribute("d")).toMatch(/^M\d/);
  });

  it("4. chooses a policy", async () => {
    await page.getByLabel("Policy").selectOption({ label: "Not lose" });
    const before = await settled();
    await page.getByLabel("Policy").selectOption({ label: "West alone" });
    expect(await page.getByRole("radio", { name: /^Win/ }).isChecked()).toBe(true);
    expect(await settled()).not.toBe(before);
    expect(await page.locator(".basis").textContent()).toContain("policy “West alone”");
    expect(setting("scenario")).toBe("west");
  });

  it("5. moves a lever, sees the change in words, and undoes it", async () => {
    const before = new URL(page.url()).hash;
    const slider = page.locator(".lever-group").first().getByRole("slider", { name: "All eight elements" });
    await slider.press("End");
    expect(await page.locator(".changes").textContent()).toContain("Ukraine: All eight elements: 0% → 100%");
    await settled();
    expect(await page.locator(".basis").textContent()).toContain("with 1 change of yours");
    await slider.press("Control+z");
    await page.locator(".changes-none").waitFor();
    expect(await slider.getAttribute("aria-valuetext")).toBe("0%");
    await expect.poll(() => new URL(page.url()).hash).toBe(before);
    await page.getByRole("button", { name: "Redo" }).click();
    expect(await slider.getAttribute("aria-valuetext")).toBe("100%");
    await page.getByRole("button", { name: "Reset All eight elements" }).click();
    await page.locator(".changes-none").waitFor();
  });

  it("6. compares two policies", async () => {
    await page.getByLabel("Compare with").selectOption({ label: "Not lose" });
    const figure = page.locator('[data-figure="difference"]');
    await figure.waitFor();
    await figure.getByRole("button", { name: "Table" }).click();
    const rows = await figure.locator("tbody tr").all();
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const [main, other, difference, low, high] = (await row.locator("td").allTextContents()).map((text) =>
        Number(text.replace("−", "-").replace(/[%+<>]/g, "")),
      );
      // Each is rounded by itself, and "<1%" may be anything below 0.5.
      expect(Math.abs(main! - other! - difference!)).toBeLessThanOrEqual(2.5);
      expect(low! <= difference! && difference! <= high!).toBe(true);
    }
    expect(await page.locator(".basis").textContent()).toMatch(/Against “Not lose”: .* points for Ukraine/);
    await page.getByLabel("Compare with").selectOption({ label: "nothing" });
    await figure.waitFor({ state: "detached" });
  });

  it("7. opens a claim, and sees what its verdict rests on", async () => {
    await page.getByRole("navigation").getByRole("button", { name: "Claims" }).click();
    const claim = page.locator('[data-claim="C9"]');
    await claim.getByRole("button", { name: /The recipe can break the logjam/ }).click();
    await claim.locator(".claim-why .propositions li").first().waitFor({ timeout: 45_000 });
    expect(await claim.locator(".verdict").textContent()).toMatch(/supported|contradicted|depends|rests|undecided/);
    expect(await claim.locator(".propositions li").count()).toBe(3);
    expect(await claim.locator(".propositions li").first().textContent()).toMatch(
      /\d+% \(\d+–\d+%\), asks for at least 33\.3%: /,
    );
    expect(await claim.locator(".drivers li").count()).toBe(3);
    expect(await page.locator(".claims-status").textContent()).toMatch(/^Of 10: /);
  }, 60_000);

  it("8. writes a claim of their own, puts it to the models, and takes it along as a file that the command takes", async () => {
    const form = page.locator(".own-claim");
    await form.locator("summary").click();
    expect(await form.getByRole("button", { name: "Export as YAML" }).isDisabled()).toBe(true);
    await form.getByLabel("The claim, in a few words").fill("A freeze comes first");
    await form.getByLabel("What its author means").fill("A ceasefire comes before anyone breaks the line.");
    await form.getByLabel("Whose claim it is").fill("A visitor");
    await form.getByLabel("Where it was said").fill("https://example.org/claim");
    await form.getByLabel("The outcome").selectOption({ label: "Ceasefire" });
    await form.getByLabel("Within so many weeks").fill("52");
    await form.getByLabel("Bar, in %").fill("25");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      form.getByRole("button", { name: "Export as YAML" }).click(),
    ]);
    const text = readFileSync((await download.path())!, "utf8");
    const [claim] = parseClaims("my-claim.yaml", text).value.claims;
    expect(claim!.propositions![0]).toMatchObject({
      says: "Under “West alone”, “Ceasefire” comes about within 52 weeks with a probability of at least 25%.",
      probability: { scenario: "west", outcome: "ceasefireReached", byWeek: 52 },
      atLeast: 0.25,
    });
    await form.getByRole("button", { name: "Put it to the models" }).click();
    await page.locator('[data-claim="OWN"] .verdict:not(.waiting)').waitFor({ timeout: 45_000 });
    expect(visit.faults).toEqual([]);
  }, 60_000);

  it("9. shares a link, which shows the same numbers when it is opened afresh", async () => {
    await page.getByRole("navigation").getByRole("button", { name: "The answer" }).click();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const here = await complete(page);
    await page.getByRole("button", { name: "Copy the link" }).click();
    await page.getByText("Link copied").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain("scenario=west");
    const fresh = await openPage(browser, link);
    expect(await complete(fresh.page)).toBe(here);
    expect(fresh.faults).toEqual([]);
    await fresh.page.context().close();
  }, 110_000);

  it("10. switches language and theme by keyboard alone, and finds them so on coming back", async () => {
    const { page: quiet, faults } = await openPage(browser, site.address);
    await settled(quiet);
    const focused = () => quiet.evaluate(() => document.activeElement?.textContent ?? "");
    const tabTo = async (text: string) => {
      for (let presses = 0; presses < 20; presses++) {
        await quiet.keyboard.press("Tab");
        if ((await focused()).includes(text)) return;
      }
      throw new Error(`'${text}' is not reached by Tab.`);
    };
    await quiet.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the answer");
    await quiet.keyboard.press("Enter");
    expect(await quiet.evaluate(() => document.activeElement?.id)).toBe("answer");
    await quiet.reload();
    await settled(quiet);
    await tabTo("Українська");
    await quiet.keyboard.press("ArrowDown");
    await expect.poll(() => quiet.evaluate(() => document.documentElement.lang)).toBe("uk");
    expect(await answer(quiet)).toContain("Україна долає його в");
    expect(await quiet.title()).toContain("глухий кут");
    await tabTo("Темна");
    await quiet.keyboard.press("ArrowDown");
    await quiet.keyboard.press("ArrowDown");
    await expect
      .poll(() => quiet.evaluate(() => getComputedStyle(document.body).backgroundColor))
      .toBe("rgb(20, 23, 27)");
    await quiet.reload();
    expect(await settled(quiet)).toContain("Україна долає його в");
    expect(await quiet.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(20, 23, 27)");
    expect(faults).toEqual([]);
    await quiet.context().close();
  });
});
