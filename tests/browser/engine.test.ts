import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { OutcomeProbability } from "@logjam/analysis";
import { main } from "@logjam/cli";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaticServer } from "../../apps/cli/src/serve/static-server.ts";
import { webTimes } from "../../bench/web-live.ts";
import { chromiumThere } from "../../packages/kernel/src/browser/browsers.ts";
import { openChromium, openPage } from "./chromium.ts";
import { servedSite } from "./site.ts";

const home = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** What the page's root says of what is shown: at least so many members, of what is set. */
const shows = (page: Page, members: number, timeout = 40_000): Promise<unknown> =>
  page.waitForFunction(
    (least) => {
      const { stage, members: now } = document.documentElement.dataset;
      return !["stale", "loading", undefined].includes(stage) && Number(now) >= least;
    },
    members,
    { timeout },
  );
const sentence = (page: Page) => page.locator(".answer-sentence").textContent();
const notices = (page: Page) => page.locator(".notices").textContent();

/** `logjam ARGUMENTS`, as from a terminal that nobody watches. */
async function logjam(...argv: string[]): Promise<string> {
  let out = "";
  const stdout = {
    write: (text: string) => {
      out += text;
    },
  };
  const code = await main(argv, { stdout, stderr: { write: () => undefined }, environment: {}, cwd: home, home });
  expect(code).toBe(0);
  return out;
}

describe.skipIf(!chromiumThere())("the app's engine in Chromium", () => {
  let site: StaticServer;
  let browser: Browser;
  /** A short run of the small model: enough to see that something comes. */
  const SHORT = "#v=1&model=M1&horizon=26&by=26";
  beforeAll(async () => {
    [site, browser] = await Promise.all([servedSite(), openChromium()]);
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it("shows the numbers that `logjam ask --link` prints, to the bit, with levers moved and a past date", async () => {
    const hash =
      "#v=1&asof=2023-11-27&model=M2&scenario=recipe%2Bwest&horizon=60&by=52&seed=7&recipe.recipe[ua,air]=0.25@0;1@26";
    const { page, faults } = await openPage(browser, site.address + hash);
    // All members have arrived: the table and the count are of the same runs.
    await shows(page, 4_096);
    const figure = page.locator('[data-figure="outcomes"]');
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      figure.getByRole("button", { name: "CSV" }).click(),
    ]);
    const members = await page.evaluate(() => document.documentElement.dataset["members"]!);
    const [, ...rows] = readFileSync((await download.path())!, "utf8")
      .trim()
      .split("\r\n");
    const printed = JSON.parse(await logjam("ask", "--link", page.url(), "--members", members, "--json"));
    expect(printed.complaints).toEqual([]);
    expect(page.url()).toContain(`&of=${printed.of}`);
    const curves = printed.main as OutcomeProbability[];
    const broken = curves.find(({ outcome }) => outcome === "brokenForUkraine")!;
    const shown = rows.map((row) => row.split(",")).filter(([, title]) => title === "Logjam broken for Ukraine");
    expect(shown.length).toBe(61);
    expect(shown.map(([, , value]) => Number(value))).toEqual(broken.value);
    expect(shown.map(([, , , low]) => Number(low))).toEqual(broken.low);
    expect(shown.map(([, , , , high]) => Number(high))).toEqual(broken.high);
    expect(broken.value.at(-1)).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);

  it("says what it cannot read of a link, and shows the rest; of old links the standard view", async () => {
    const { page, faults } = await openPage(browser, `${site.address}${SHORT}&scenari=x&scenario=tapr&by=900&%E0=1`);
    await shows(page, 128);
    const said = (await notices(page))!;
    for (const part of ["Did you mean 'scenario'?", "Did you mean 'taper'?", "from 1 to 26", "key=value"])
      expect(said).toContain(part);
    expect(page.url()).not.toContain("scenari=x");
    await page.evaluate(() => {
      location.hash = "#v=0&asof=1999";
    });
    await page.getByText("this page reads version 1").waitFor();
    await shows(page, 128);
    expect(await page.locator(".basis").textContent()).toContain("M2");
    expect(faults).toEqual([]);
    await page.context().close();
  }, 30_000);

  it("goes on when a worker is killed: the same numbers, and a message", async () => {
    const context = await browser.newContext({ serviceWorkers: "block" });
    await context.addInitScript(() => {
      const Real = Worker;
      const started: Worker[] = [];
      Object.assign(globalThis, { started });
      globalThis.Worker = class extends Real {
        constructor(address: string | URL, options?: WorkerOptions) {
          super(address, options);
          started.push(this);
        }
      };
    });
    const page = await context.newPage();
    await page.goto(site.address + SHORT);
    await shows(page, 4_096);
    const before = await sentence(page);
    await page.evaluate(() => (globalThis as unknown as { started: Worker[] }).started[0]!.terminate());
    await page.getByLabel("Policy").selectOption({ label: "Taper" });
    await page.getByText("started again").waitFor({ timeout: 15_000 });
    await shows(page, 1_024);
    await page.getByLabel("Policy").selectOption({ label: "Recipe and West" });
    await shows(page, 4_096);
    expect(await sentence(page)).toBe(before);
    await context.close();
  }, 45_000);

  it.each([
    [
      "without SIMD",
      () => {
        WebAssembly.validate = () => false;
      },
      "SIMD",
    ],
    [
      "where the kernel is refused",
      () => {
        WebAssembly.compile = () => Promise.reject(new Error("refused"));
      },
      "interpreter",
    ],
    [
      "without WebAssembly",
      () => {
        Reflect.deleteProperty(globalThis, "WebAssembly");
      },
      "WebAssembly",
    ],
  ])(
    "computes the same %s, and says so",
    async (_, without, word) => {
      const link = `${site.address}#v=1&model=M1&horizon=26&by=26`;
      const plain = await openPage(browser, link);
      await shows(plain.page, 1_024);
      const context = await browser.newContext({ serviceWorkers: "block" });
      await context.addInitScript(without);
      const page = await context.newPage();
      await page.goto(link);
      await shows(page, 1_024);
      expect(await notices(page)).toContain(word);
      const settled = async (of: Page) => {
        await shows(of, 4_096);
        return sentence(of);
      };
      expect(await settled(page)).toBe(await settled(plain.page));
      await context.close();
      await plain.page.context().close();
    },
    60_000,
  );

  it("can be read again without a connection, once it has been opened", async () => {
    const { page, faults } = await openPage(browser, site.address + SHORT, { serviceWorkers: "allow" });
    await shows(page, 128);
    const missing = () =>
      page.evaluate(async () => {
        const { files } = (await (await fetch("data/files.json")).json()) as { files: string[] };
        const kept = await Promise.all(files.map((file) => caches.match(new URL(file, document.baseURI).href)));
        return kept.filter((answer) => answer === undefined).length;
      });
    await expect.poll(missing, { timeout: 30_000 }).toBe(0);
    await page.context().setOffline(true);
    await page.goto("about:blank");
    await page.goto(`${site.address}#v=1&model=M2&asof=2023-11-27&horizon=26&by=26`);
    await shows(page, 128);
    expect(await page.locator(".basis").textContent()).toContain("27 November 2023");
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);

  it("works on where the browser has no room to keep it, and says so", async () => {
    const context = await browser.newContext({ serviceWorkers: "allow" });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: site.address.replace(/\/$/, ""), quotaSize: 2_000 });
    await page.goto(site.address + SHORT);
    await shows(page, 128);
    await page.getByText("no room").waitFor({ timeout: 15_000 });
    await context.close();
  }, 30_000);

  it("allows no code from text, and asks nobody else for anything", async () => {
    const { page, faults } = await openPage(browser, site.address + SHORT);
    await shows(page, 128);
    const refused = await page.evaluate(() => {
      const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
      const script = document.createElement("script");
      script.textContent = "globalThis.inline = true";
      document.head.append(script);
      return { policy, inline: (globalThis as { inline?: boolean }).inline ?? false };
    });
    expect(refused.inline).toBe(false);
    expect(refused.policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    // The refusal itself is the one complaint.
    expect(faults.filter((fault) => !fault.includes("inline script"))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  }, 30_000);

  it("costs a first visit less than 1.5 MB, and answers a lever coarsely before it answers in full", async () => {
    const { firstBytes, interactive, coarse, fine } = await webTimes(site, 3);
    expect(firstBytes).toBeLessThan(1_500_000);
    // Generous: machines that test are slow and busy. `npm run bench:web` measures.
    expect(interactive).toBeLessThan(20_000);
    coarse.forEach((time, i) => {
      expect(time).toBeLessThanOrEqual(fine[i]!);
    });
  }, 60_000);
});
