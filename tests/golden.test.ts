import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "@logjam/analysis";
import { ask } from "@logjam/cli/ask";
import { interpret } from "@logjam/lang";
import { afterAll, describe, expect, it } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const golden = join(root, "tests/golden/small-answer.json");
const folder = mkdtempSync(join(tmpdir(), "logjam-golden-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = (name: string) => ({
  claims: "claims/path-to-victory.yaml",
  scenarios: join(root, "scenarios"),
  data: join(root, "data"),
  out: join(folder, name),
  seed: 1n,
  draws: 600,
  members: 104,
  cwd: root,
});

/** What a reviewer would look at when a result moves. */
const summary = ({ fit, verdicts, probabilities, model }: Answer) => ({
  equations: model.equations,
  effectiveSampleSize: fit.effectiveSampleSize,
  likelihoodPower: fit.likelihoodPower,
  verdicts: verdicts.map((v) => [v.id, v.verdict, ...v.propositions.map((p) => p.value)]),
  probabilities: probabilities.map((p) => [p.scenario, p.outcome, p.value.at(-1)]),
});

describe("a small run of the main job", () => {
  it("gives the reviewed numbers, the same bytes twice, and the same on the kernel and the interpreter", async () => {
    const kernel = await ask(options("kernel"), () => {});
    const again = await ask(options("again"), () => {});
    const interpreter = await ask({ ...options("interpreter"), executor: interpret }, () => {});
    const bytes = [kernel, again, interpreter].map((a) => readFileSync(a.answerFile, "utf8"));
    expect(bytes[1]).toBe(bytes[0]);
    expect(bytes[2]).toBe(bytes[0]);
    expect(readFileSync(again.reportFile, "utf8")).toBe(readFileSync(kernel.reportFile, "utf8"));
    const text = `${JSON.stringify(summary(kernel.answer), null, 1)}\n`;
    // To accept a change that was meant: LOGJAM_REVIEWED=1 npx vitest run tests/golden.test.ts, then review the diff.
    if (process.env["LOGJAM_REVIEWED"] === "1") writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, "utf8"));
  });
});
