import { readFileSync } from "node:fs";
import { checkLaws } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { attrition } from "./model.ts";
import { probabilityThatBlueHolds, report } from "./run.ts";

describe("the language example", () => {
  it("is the one that the README prints", () => {
    const readme = readFileSync(new URL("../../packages/lang/README.md", import.meta.url), "utf8");
    const example = readFileSync(new URL("./model.ts", import.meta.url), "utf8");
    expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
    expect(readme).toContain(report().split("\n").at(-1)!);
  });
  it("keeps its laws", () => {
    const results = checkLaws(attrition, { draws: 100, seed: 1n, steps: 20 });
    expect(results.filter(({ counterexample }) => counterexample)).toEqual([]);
    expect(results).toHaveLength(2);
  });
  it("answers as theory says: more red recruits, fewer runs that blue holds", () => {
    expect(probabilityThatBlueHolds(2500)).toBeLessThan(probabilityThatBlueHolds(1100));
    expect(probabilityThatBlueHolds(1100)).toBe(probabilityThatBlueHolds(1100));
  });
});
