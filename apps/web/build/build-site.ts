/** Builds the static site unless it is there and as new as its sources. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { addBook } from "./book-files.ts";
import { stampOf } from "./bundle-data.ts";
import { type SitePaths, siteConfig } from "./site-config.ts";

/** Beside the site, not in it: what it was built from. */
const stampFile = ({ app }: SitePaths) => join(app, ".cache/built.json");

/** What the page itself is made of, besides its data. */
const pageStamp = ({ app, home }: SitePaths): string =>
  stampOf(home, [join(app, "src"), join(app, "build"), join(app, "index.html"), join(home, "packages/figures/src")]) +
  stampOf(home);

/** Returns the site's folder. `say` is told what is being made. */
export async function buildSite(paths: SitePaths, say: (text: string) => void): Promise<string> {
  const stamp = JSON.stringify({ out: paths.out, stamp: pageStamp(paths) });
  const built = stampFile(paths);
  const fresh = existsSync(join(paths.out, "service-worker.js")) && existsSync(built);
  if (fresh && readFileSync(built, "utf8") === stamp) return paths.out;
  const config = await siteConfig(paths, say);
  say("pages");
  await build(config);
  await addBook(paths, say);
  writeFileSync(built, stamp);
  return paths.out;
}
