/**
 * Adds to package-lock.json the optional platform packages that the registry at hand does not carry, so that `npm ci` finds
 * the lock complete everywhere and other platforms install their own: `node scripts/complete-lockfile.mjs` after
 * `npm install`. They come without a checksum, since their archives could not be read here.
 */
import { readFileSync, writeFileSync } from "node:fs";

const path = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(path, "utf8"));
const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "sunos", "win32"];
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    const parts = name.split(/[-/]/);
    const at = parts.findIndex((part) => SYSTEMS.includes(part));
    if (lock.packages[key] !== undefined || at < 0) continue;
    const [os, cpu, libc] = parts.slice(at);
    lock.packages[key] = {
      version,
      cpu: [cpu],
      ...(parent.dev ? { dev: true } : {}),
      ...(os === "linux" ? { libc: [libc === "musl" ? "musl" : "glibc"] } : {}),
      ...(parent.license ? { license: parent.license } : {}),
      optional: true,
      os: [os],
    };
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
