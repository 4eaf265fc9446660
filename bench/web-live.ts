/** The app's loop, in headless Chromium: from a lever's move to the redrawn page, and what a first visit costs. */
import type { Browser, Page } from "playwright-core";
import type { StaticServer } from "../apps/cli/src/serve/static-server.ts";
import { openChromium, openPage } from "../tests/browser/chromium.ts";

export interface WebTimes {
  /** Milliseconds from the move to the frame that shows it: the coarse answer, and 1,024 members x 104 weeks of M2. */
  readonly coarse: readonly number[];
  readonly fine: readonly number[];
  /** Tasks of more than 50 ms on the page's own thread while levers were moved: their milliseconds. */
  readonly longTasks: readonly number[];
  /** First visit: bytes as sent until the full answer was shown, milliseconds until levers and coarse answer stood. */
  readonly firstBytes: number;
  readonly interactive: number;
  readonly firstAnswer: number;
}

export async function webTimes(site: StaticServer, moves: number): Promise<WebTimes> {
  const browser = await openChromium();
  try {
    const first = await firstVisit(browser, site.address);
    const { page } = await openPage(browser, site.address);
    // Functions that are sent to the page carry this helper of the compiler's.
    await page.evaluate("globalThis.__name = (value) => value");
    await settled(page, 4_096);
    return { ...first, ...(await moveLevers(page, moves)) };
  } finally {
    await browser.close();
  }
}

/** Waits until at least so many members are shown, and are of what is set. */
const settled = (page: Page, members: number): Promise<unknown> =>
  page.waitForFunction(
    (least) => {
      const { stage, members: now } = document.documentElement.dataset;
      return stage !== "stale" && stage !== "loading" && Number(now) >= least;
    },
    members,
    { timeout: 60_000 },
  );

async function firstVisit(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    sizes.push(
      request.sizes().then(
        ({ responseBodySize, responseHeadersSize }) => Math.max(0, responseBodySize) + Math.max(0, responseHeadersSize),
        () => 0,
      ),
    );
  });
  await page.goto(address);
  await page.waitForFunction(
    () =>
      document.documentElement.dataset["stage"] !== "loading" && document.querySelector('input[type="range"]') !== null,
  );
  const interactive = await page.evaluate(() => performance.now());
  await settled(page, 1_024);
  const firstAnswer = await page.evaluate(() => performance.now());
  const firstBytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return { firstBytes, interactive, firstAnswer };
}

/** Moves the first slider there and back, each time when the page has come to rest. */
async function moveLevers(page: Page, moves: number) {
  return page.evaluate(async (count) => {
    const root = document.documentElement;
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    });
    observer.observe({ type: "longtask" });
    const slider = document.querySelector<HTMLInputElement>(".lever input[type=range]")!;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    /** The first moment after a stage is in the store and its frame has been drawn. */
    const shown = async (stages: readonly string[]): Promise<number> => {
      while (!stages.includes(root.dataset["stage"] ?? "")) await new Promise((resolve) => setTimeout(resolve, 0));
      await frame();
      await new Promise((resolve) => setTimeout(resolve, 0));
      return performance.now();
    };
    const coarse: number[] = [];
    const fine: number[] = [];
    for (let i = 0; i < count; i++) {
      while (root.dataset["stage"] !== "idle" || root.dataset["members"] !== "4096") await frame();
      await new Promise((resolve) => setTimeout(resolve, 50));
      const began = performance.now();
      const at = Number(slider.value);
      set.call(slider, String(at > Number(slider.min) + 3 ? at - 2 - (i % 2) : Number(slider.max)));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      coarse.push((await shown(["coarse", "fine", "idle"])) - began);
      fine.push((await shown(["fine", "idle"])) - began);
    }
    observer.disconnect();
    return { coarse, fine, longTasks };
  }, moves);
}
