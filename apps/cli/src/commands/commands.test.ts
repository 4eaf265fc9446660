import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../main.ts";

const home = new URL("../../../..", import.meta.url).pathname.replace(/\/$/, "");
const sound = `import { auxiliary, f, model, output, parameter, uniform } from "@logjam/lang";

const speed = parameter({
  unit: "km/week",
  meaning: "Speed.",
  prior: uniform({ low: 1, high: 2 }),
  source: "Made up.",
});
const width = parameter({ unit: "km", meaning: "Width.", prior: uniform({ low: 1, high: 2 }), source: "Made up." });
const gain = auxiliary({ unit: "km^2/week", meaning: "Gain.", formula: f\`\${speed} * \${width}\` });
const shown = output({ unit: "km^2/week", meaning: "Gain.", formula: f\`\${gain}\` });
export const mine = model("Mine", { line: { speed, width, gain, shown } });
`;

// Inside the repository, so that the file finds the packages as a user's own file would.
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(home, "out-check-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function logjam(...argv: string[]) {
  let text = "";
  const write = (piece: string) => {
    text += piece;
  };
  const code = await main(argv, { stdout: { write }, stderr: { write }, environment: {}, cwd: folder, home });
  return { code, text };
}

describe("logjam check", () => {
  it("finds the project's own models sound", async () => {
    const { code, text } = await logjam("check");
    expect(text).toMatch(/M1: sound\. \d+ equations/);
    expect(text).toMatch(/M2: sound\. \d+ equations/);
    expect(code).toBe(0);
  });

  it("names the place, the text, a caret and the next step of a broken equation", async () => {
    writeFileSync(join(folder, "broken.ts"), sound.replace("${speed} * ${width}", "${speed} + ${width}"));
    const { code, text } = await logjam("check", "broken.ts");
    expect(code).toBe(2);
    expect(text).toContain("unit/mismatch: line.gain");
    expect(text).toContain("broken.ts:10:");
    expect(text).toMatch(/speed \+ width\n\s+\^+ km\/week/);
  });

  it("says so where a file holds no model, or cannot be loaded", async () => {
    writeFileSync(join(folder, "none.ts"), "export const x = 1;\n");
    expect((await logjam("check", "none.ts")).text).toContain("check/no-model");
    writeFileSync(join(folder, "syntax.ts"), "export const = ;\n");
    const { code, text } = await logjam("check", "syntax.ts");
    expect(text).toContain("check/no-model: the file cannot be loaded");
    expect(code).toBe(2);
  });

  it("with --watch, tells the error of an equation that was broken, and that it is mended", async () => {
    const file = join(folder, "watched.ts");
    writeFileSync(file, sound);
    const child = spawn(process.execPath, [join(home, "apps/cli/bin/logjam.js"), "check", file, "--watch"], {
      cwd: folder,
    });
    let said = "";
    child.stdout.on("data", (piece) => (said += piece));
    child.stderr.on("data", (piece) => (said += piece));
    const until = async (pattern: RegExp) => {
      for (let i = 0; i < 300 && !pattern.test(said); i++) await new Promise((done) => setTimeout(done, 100));
      expect(said).toMatch(pattern);
      said = "";
    };
    try {
      await until(/Mine: sound/);
      writeFileSync(file, sound.replace("${speed} * ${width}", "${speed} + ${width}"));
      await until(/unit\/mismatch: line\.gain/);
      writeFileSync(file, sound);
      await until(/Mine: sound/);
    } finally {
      child.kill();
    }
  }, 120_000);
});

describe("logjam scenario", () => {
  it("shows what a scenario sets, with cost, lag and effect of the recipe's elements", async () => {
    const { code, text } = await logjam("scenario", "show", "recipe");
    expect(code).toBe(0);
    expect(text).toMatch(/recipe\.recipe\[ua,air\] = 1/);
    expect(text).toMatch(/Cost EUR 200 million a week; lag 26 \/ 45 \/ 78 weeks/);
    expect(text).toMatch(/glide-bomb effect that air denial takes away at best/);
  });
  it("shows where two differ, and nothing where they do not", async () => {
    expect((await logjam("scenario", "diff", "not-lose", "west")).text).toBe(
      "coalition.notLoseWeight: not-lose 1, west 0\ncoalition.winWeight: not-lose 0, west 1\n",
    );
    expect((await logjam("scenario", "diff", "west", "west")).text).toMatch(/same levers/);
  });
  it("lists all, and meets a wrong name with the nearest", async () => {
    expect((await logjam("scenario", "list")).text).toMatch(/^taper: /m);
    const { code, text } = await logjam("scenario", "show", "tapir");
    expect(code).toBe(2);
    expect(text).toContain("Did you mean 'taper'?");
  });
});
