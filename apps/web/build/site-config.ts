/** How vite builds the app: a static site for any folder of any file host. */
import { join } from "node:path";
import type { InlineConfig } from "vite";
import { bundleData } from "./bundle-data.ts";
import { sitePlugin } from "./site-plugin.ts";

export interface SitePaths {
  /** The app's folder: its index.html, and where data and site go unless told otherwise. */
  readonly app: string;
  /** The repository's root. */
  readonly home: string;
  /** Where the built site goes. */
  readonly out: string;
}

export const sitePaths = (home: string): SitePaths => ({
  app: join(home, "apps/web"),
  home,
  out: join(home, "apps/web/dist"),
});

export async function siteConfig({ app, home, out }: SitePaths, say: (text: string) => void): Promise<InlineConfig> {
  const folder = join(app, ".cache/site");
  const site = await bundleData({ home, folder }, say);
  return {
    configFile: false,
    logLevel: "warn",
    mode: "production",
    // Also where a test builds: the page is the same whoever asks for it.
    define: { "process.env.NODE_ENV": '"production"' },
    root: app,
    base: "./",
    publicDir: folder,
    plugins: [sitePlugin(site)],
    build: {
      outDir: out,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: {
        input: { main: join(app, "index.html"), "service-worker": join(app, "src/service-worker.ts") },
        output: {
          entryFileNames: ({ name }: { readonly name: string }) =>
            name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js",
        },
      },
    },
    worker: { format: "es" },
  };
}
