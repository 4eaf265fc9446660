/** The built site in a browser: built if need be, served from this machine, closed afterwards. */
import { fileURLToPath } from "node:url";
import { buildSite } from "@logjam/web/build";
import { sitePaths } from "@logjam/web/paths";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { type StaticServer, serveFolder } from "../../apps/cli/src/serve/static-server.ts";
import { CHROMIUM } from "../../packages/kernel/src/browser/browsers.ts";

export const HOME = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

export interface OpenSite {
  readonly address: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openSite(say: (text: string) => void = () => undefined): Promise<OpenSite> {
  const folder = await buildSite(sitePaths(HOME), say);
  const server: StaticServer = await serveFolder(folder, 0);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  return {
    address: server.address,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** A page of a fresh visitor, with everything that its console complains of. */
export async function visitor(
  site: OpenSite,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  // Functions that are sent to the page carry this helper of the compiler's.
  await context.addInitScript("globalThis.__name = (value) => value");
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, context, complaints };
}

/** Waits until at least so many members are shown, and are of what is set. */
export const settled = (page: Page, members: number, timeout = 30_000): Promise<unknown> =>
  page.waitForFunction(
    (least) => {
      const { stage, members: now } = document.documentElement.dataset;
      return stage !== "stale" && stage !== "loading" && Number(now) >= least;
    },
    members,
    { timeout },
  );
