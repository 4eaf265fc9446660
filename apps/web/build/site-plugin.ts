/** What vite must know of the site: its data, made before it starts, and the service worker's list, made at its end. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import type { Site } from "./bundle-data.ts";

const WORKER = "service-worker.js";
const BOOK = "book/";

/** @param site what `bundleData` made. */
export function sitePlugin(site: Site): Plugin {
  let folder = "";
  return {
    name: "logjam-site",
    config: (_, { command }) => ({
      define: {
        __LOGJAM_WORLD__: JSON.stringify(site.world),
        __LOGJAM_OFFLINE__: String(command === "build"),
      },
    }),
    configResolved(config) {
      folder = config.build.outDir;
    },
    // While developing, vite puts styles into the page itself, which the policy forbids.
    transformIndexHtml: {
      order: "pre",
      handler: (html, { server }) =>
        server === undefined ? html : html.replace(/<meta\s+http-equiv="Content-Security-Policy"[\s\S]*?\/>/, ""),
    },
    closeBundle() {
      const list = keptFiles(folder, site);
      const path = join(folder, WORKER);
      const text = readFileSync(path, "utf8");
      if (!text.includes("__LOGJAM_KEPT__"))
        throw new Error(`site/worker: ${path} has no place for its list of files.`);
      writeFileSync(path, text.replaceAll("__LOGJAM_KEPT__", JSON.stringify(JSON.stringify(list))));
    },
  };
}

/** The files that the service worker keeps: those of the first screen first. */
export function keptFiles(folder: string, site: Site) {
  const all = filesBelow(folder).filter((file) => ![WORKER, "index.html", "data/files.json"].includes(file));
  const hash = createHash("sha256");
  for (const file of ["index.html", ...all]) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  const first = new Set([...all.filter((file) => file.startsWith("assets/")), ...site.first]);
  return {
    version: hash.digest("hex").slice(0, 12),
    first: all.filter((file) => first.has(file)),
    // The model book's hundreds of pages are kept as they are read.
    rest: all.filter((file) => !first.has(file) && !file.startsWith(BOOK)),
  };
}

function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const look = (path: string): void => {
    for (const name of readdirSync(path).sort()) {
      const inner = join(path, name);
      if (statSync(inner).isDirectory()) look(inner);
      else found.push(relative(folder, inner).replaceAll("\\", "/"));
    }
  };
  look(folder);
  return found;
}
