/** Builds the page over the made-up world and serves it under the app's own content policy. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { serveFolder } from "../../../apps/cli/src/serve/static-server.ts";
import { madeUpWorld } from "./made-up-world.ts";

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
  await writeFile(join(folder, "world.json"), JSON.stringify(madeUpWorld()));
  const server = await serveFolder(folder, 0);
  return {
    address: server.address,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
