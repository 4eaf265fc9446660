import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const folders: Readonly<Record<string, string>> = {
  lang: "packages/lang/src",
  kernel: "packages/kernel/src",
  evidence: "packages/evidence/src",
  figures: "packages/figures/src",
  inference: "packages/inference/src",
  analysis: "packages/analysis/src",
  model: "model/src",
};
/** What each package may import of ours; docs/decisions/0001. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  lang: [],
  kernel: ["lang"],
  evidence: ["lang"],
  figures: [],
  inference: ["lang", "kernel"],
  analysis: ["lang", "kernel", "inference"],
  model: ["lang"],
};

const probes = Object.values(folders).map((folder) => join(root, folder, "zz-lint-probe"));
afterAll(() => {
  for (const probe of probes) rmSync(probe, { recursive: true, force: true });
});

/** Lints a file of one import in a package's folder; true if the import is accepted. */
function accepts(name: string, specifier: string): boolean {
  const folder = join(root, folders[name]!, "zz-lint-probe");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "probe.ts");
  writeFileSync(file, `import { x } from "${specifier}";\n\nexport const y = x;\n`);
  const run = spawnSync(join(root, "node_modules/.bin/biome"), ["lint", "--only=noRestrictedImports", file], {
    cwd: root,
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true, force: true });
  return run.status === 0;
}

describe("dependencies point one way", () => {
  for (const name of Object.keys(folders)) {
    it(`${name} may import ${allowed[name]!.join(", ") || "none of ours"} and nothing else`, () => {
      const others = Object.keys(folders).filter((other) => other !== name);
      for (const other of others)
        expect([other, accepts(name, `@logjam/${other}`)]).toEqual([other, allowed[name]!.includes(other)]);
      expect(accepts(name, "@logjam/cli")).toBe(false);
      expect(accepts(name, "../../../packages/lang/src/index.ts")).toBe(false);
    });
  }
  it("declares what it imports", () => {
    for (const [name, folder] of Object.entries(folders)) {
      const manifest = JSON.parse(readFileSync(join(root, folder, "../package.json"), "utf8"));
      const ours = Object.keys(manifest.dependencies ?? {}).filter((d) => d.startsWith("@logjam/"));
      for (const dependency of ours) expect(allowed[name]).toContain(dependency.replace("@logjam/", ""));
    }
  });
});
