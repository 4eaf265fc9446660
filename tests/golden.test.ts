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
  particles: 64,
  members: 104,
  cwd: root,
});

/** What a reviewer would look at when a result moves. */
const summary = ({ fit, verdicts, probabilities, model, otherModels }: Answer) => ({
  otherModels: otherModels.map((o) => [o.model.name, ...o.verdicts.map((v) => v.verdict)]),
  equations: model.equations,
  distinct: fit.distinct,
  stages: fit.stages,
  verdicts: verdicts.map((v) => [v.id, v.verdict, ...v.propositions.map((p) => p.value)]),
  probabilities: probabilities.map((p) => [p.scenario, p.outcome, p.value.at(-1)]),
});

describe("a small run of the main job", () => {
  it("gives the reviewed numbers, and the same bytes twice", async () => {
    const first = await ask(options("first"), () => {});
    const again = await ask(options("again"), () => {});
    expect(readFileSync(again.answerFile, "utf8")).toBe(readFileSync(first.answerFile, "utf8"));
    expect(readFileSync(again.reportFile, "utf8")).toBe(readFileSync(first.reportFile, "utf8"));
    const text = `${JSON.stringify(summary(first.answer), null, 1)}\n`;
    // To accept a change that was meant: LOGJAM_REVIEWED=1 npx vitest run tests/golden.test.ts, then review the diff.
    if (process.env["LOGJAM_REVIEWED"] === "1") writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, "utf8"));
  }, 180_000);

  it("gives the same bytes on the kernel and on the interpreter", async () => {
    const simple = { models: ["M1"] as const };
    const kernel = await ask({ ...options("kernel"), ...simple }, () => {});
    const interpreter = await ask({ ...options("interpreter"), ...simple, executor: interpret }, () => {});
    expect(readFileSync(interpreter.answerFile, "utf8")).toBe(readFileSync(kernel.answerFile, "utf8"));
  }, 180_000);
});
