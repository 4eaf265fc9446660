import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** A block of the tutorial: a program, and what it should print. */
interface Lesson {
  readonly heading: string;
  readonly code: string;
  readonly output: string;
}

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const text = readFileSync(join(root, "docs/tutorials/language.md"), "utf8");

/** Every ```ts block, with the ```text block that follows it. */
function lessons(markdown: string): Lesson[] {
  const blocks = [...markdown.matchAll(/^## (.+)$|^```ts\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```)?/gm)];
  let heading = "";
  return blocks.flatMap(([, title, code, output]) => {
    if (title !== undefined) heading = title;
    return code === undefined ? [] : [{ heading, code, output: output ?? "" }];
  });
}

const found = lessons(text);
const mark = (k: number) => `=== ${k} ===`;

describe("the tutorial", () => {
  let folder = "";
  let printed: string[] = [];

  // The folder stands inside the repository so that @logjam/lang is found; `out` is nobody's source.
  beforeAll(async () => {
    mkdirSync(join(root, "out"), { recursive: true });
    folder = mkdtempSync(join(root, "out", "tutorial-"));
    const program = found.map(({ code }, k) => `${code}\nconsole.log("${mark(k)}");\n`).join("");
    writeFileSync(join(folder, "tutorial.ts"), program);
    const config = { extends: join(root, "tsconfig.json"), compilerOptions: { noUnusedLocals: false }, include: ["."] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const { stdout } = await run(process.execPath, ["--import", "tsx", join(folder, "tutorial.ts")], { cwd: root });
    printed = stdout.split(/=== \d+ ===\n/);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has a lesson for each block of code", () => expect(found.length).toBeGreaterThanOrEqual(8));

  it.each(found.map((lesson, k) => [lesson.heading, k] as const))("prints what it says: %s (block %i)", (_, k) => {
    expect(printed[k]).toBe(found[k]!.output);
  });

  it("passes the type checker", async () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const checked = await run(process.execPath, [tsc, "--noEmit", "-p", folder]).catch((error) => error);
    expect(checked.stdout).toBe("");
    expect(checked.code ?? 0).toBe(0);
  });

  it("links only to files that exist", () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target!);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(() => readFileSync(join(root, "docs/tutorials", link)), link).not.toThrow();
  });
});
