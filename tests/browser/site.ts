/**
 * The built site, served for a test file. It is built by a process of its own, as `npm run build:web` does: the test runner's
 * modules and environment are not those of a visitor. Test files run side by side: one builds, the others wait for it.
 */
import { execFile } from "node:child_process";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type StaticServer, serveFolder } from "../../apps/cli/src/serve/static-server.ts";
import { sitePaths } from "../../apps/web/build/site-config.ts";

const home = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const paths = sitePaths(home);
const run = promisify(execFile);
const lock = join(paths.app, ".cache/building");
/** A lock older than this was left by a run that was killed. */
const FORGOTTEN_MS = 300_000;
const WAIT_MS = 200;

export async function servedSite(): Promise<StaticServer> {
  await taken();
  try {
    const { NODE_ENV: _, ...environment } = process.env;
    await run(process.execPath, ["--import", "tsx", join(paths.app, "build/main.ts")], { cwd: home, env: environment });
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
  return serveFolder(paths.out, 0);
}

/** Making a folder either succeeds or fails, for one process alone. */
async function taken(): Promise<void> {
  await mkdir(join(paths.app, ".cache"), { recursive: true });
  for (;;) {
    try {
      await mkdir(lock);
      return;
    } catch {
      const age = await stat(lock).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > FORGOTTEN_MS) await rm(lock, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
}
