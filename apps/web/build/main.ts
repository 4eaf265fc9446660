/** `npm run build:web`: the static site in apps/web/dist; with `--dev`, a server that follows changes. */
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { buildSite } from "./build-site.ts";
import { siteConfig, sitePaths } from "./site-config.ts";

const paths = sitePaths(fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, ""));
const say = (text: string): void => {
  process.stderr.write(`site: ${text}\n`);
};
if (process.argv.includes("--dev")) {
  const server = await createServer({
    ...(await siteConfig(paths, say)),
    mode: "development",
    define: {},
    server: { host: "127.0.0.1" },
  });
  await server.listen();
  server.printUrls();
} else process.stdout.write(`${await buildSite(paths, say)}\n`);
