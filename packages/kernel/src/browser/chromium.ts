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
export const chromiumThere = (): boolean => existsSync(CHROMIUM);

/** No script but our own files, no code from text; WebAssembly may be compiled. */
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

/**
 * Builds a folder's index.html with vite, serves it under the policy, opens it in Chromium and returns what the page
 * writes into its element `report` as JSON. Errors: what it writes into `problem`, or nothing within 50 s.
 */
export async function reportFromChromium<Report = PageReport>(
  page: URL = new URL(".", import.meta.url),
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
    const server = await serve(folder);
    try {
      return await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`);
    } finally {
      server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
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
