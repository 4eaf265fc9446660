/** Builds the page over the made-up world and serves it under the app's own content policy. */
import { writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { madeUpWorld } from "./made-up-world.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

export interface ServedPage {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export async function servePage(): Promise<ServedPage> {
  const folder = await mkdtemp(join(tmpdir(), "logjam-looks-"));
  await build({
    configFile: false,
    logLevel: "error",
    root: fileURLToPath(new URL(".", import.meta.url)),
    base: "./",
    build: { outDir: folder, emptyOutDir: true, target: "es2022", modulePreload: false, assetsInlineLimit: 0 },
    worker: { format: "es" },
  });
  writeFileSync(join(folder, "world.json"), JSON.stringify(madeUpWorld()));
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    try {
      const body = await readFile(join(folder, path === "/" ? "index.html" : path));
      response.writeHead(200, {
        "content-type": TYPES[extname(path === "/" ? "index.html" : path)] ?? "application/octet-stream",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`,
    close: async () => {
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
