import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build } from "vite";
import type { PageReport } from "./page.ts";

/** Debian's browser. */
export const CHROMIUM = "/usr/bin/chromium";
/** Debian's other browser. */
export const FIREFOX = "/usr/bin/firefox-esr";
export const firefoxThere = (): boolean => existsSync(FIREFOX);
export const chromiumThere = (): boolean => existsSync(CHROMIUM);

/** No script but our own files, no code from text; WebAssembly may be compiled. */
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

/**
 * Builds a folder's index.html with vite, serves it under the policy, opens it in Chromium and returns what the page
 * writes into its element `report` as JSON. Errors: what it writes into `problem`, or nothing within 50 s.
 */
export const reportFromChromium = <Report = PageReport>(page: URL = new URL(".", import.meta.url)): Promise<Report> =>
  reportFrom(page, (address) => open<Report>(address));

/**
 * The same from Firefox, without a driver: the page sends what it found to the server that it came from. The page must
 * post its report to `report`. Errors: nothing within 90 s.
 */
export const reportFromFirefox = <Report>(page: URL): Promise<Report> =>
  reportFrom(page, (address, posted) => openFirefox<Report>(address, posted));

async function reportFrom<Report>(
  page: URL,
  visit: (address: string, posted: Promise<string>) => Promise<Report>,
): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "logjam-page-"));
  try {
    await build({
      configFile: false,
      logLevel: "error",
      root: fileURLToPath(page),
      build: { outDir: folder, emptyOutDir: true, target: "es2022", modulePreload: false },
      worker: { format: "es" },
    });
    let tell: (text: string) => void = () => undefined;
    const posted = new Promise<string>((resolve) => {
      tell = resolve;
    });
    const server = await serve(folder, tell);
    try {
      return await visit(`http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`, posted);
    } finally {
      server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function serve(folder: string, posted: (text: string) => void): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method === "POST") {
      let text = "";
      request.on("data", (piece) => {
        text += piece;
      });
      request.on("end", () => {
        response.writeHead(204).end();
        posted(text);
      });
      return;
    }
    const path = join(folder, normalize(new URL(request.url ?? "/", "http://page").pathname));
    readFile(path).then(
      (body) => {
        const type = TYPES[extname(path)] ?? "application/octet-stream";
        response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": POLICY }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

async function openFirefox<Report>(address: string, posted: Promise<string>): Promise<Report> {
  const profile = await mkdtemp(join(tmpdir(), "logjam-firefox-"));
  const browser = spawn(FIREFOX, ["--headless", "--no-remote", "--profile", profile, address], {
    stdio: "ignore",
    env: { ...process.env, HOME: profile, MOZ_DISABLE_AUTO_SAFE_MODE: "1" },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("Firefox sent no report within 90 s")), 90_000);
    });
    return JSON.parse(await Promise.race([posted, late])) as Report;
  } finally {
    clearTimeout(timer);
    browser.kill("SIGKILL");
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function open<Report>(address: string): Promise<Report> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(address);
    const said = await page.waitForSelector("#report, #problem", { timeout: 50_000 }).catch(() => undefined);
    const text = (await said?.textContent()) ?? "";
    if ((await said?.getAttribute("id")) !== "report")
      throw new Error(`the page failed: ${text} ${complaints.join("; ")}`);
    return JSON.parse(text) as Report;
  } finally {
    await browser.close();
  }
}
