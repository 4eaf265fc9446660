import { readFileSync } from "node:fs";
import { compileKernel, runKernel } from "@logjam/kernel";
import { compile, interpret } from "@logjam/lang";
import { describe, expect, it } from "vitest";
import { attrition, PEER_OUTPUTS } from "./model.ts";

interface Reference {
  readonly members: readonly {
    readonly inputs: readonly number[];
    readonly outputs: Readonly<Record<keyof typeof PEER_OUTPUTS, Readonly<Record<string, number>>>>;
  }[];
}
const reference = JSON.parse(readFileSync(new URL("./attrition-reference.json", import.meta.url), "utf8")) as Reference;
/** Members for which a hard IF at a force ratio of 0.7 flips a step on the last bit. */
const FLIPPED_TOLERANCE = 5e-3;
const TOLERANCE = 1e-8;

describe("the benchmark model", () => {
  const ir = compile(attrition());
  const members = reference.members.length;
  const steps = 157;
  const parameters = new Float64Array(ir.parameters.length * members);
  const names = ["aidLevel", "mobilisationA", "mobilisationB", "droneTechGrowth", "offensiveIntensity"];
  names.forEach((name, i) => {
    const row = ir.parameters.indexOf(`inputs.${name}`);
    reference.members.forEach((member, m) => {
      parameters[row * members + m] = member.inputs[i]!;
    });
  });
  const run = { members, steps, seed: 1n, series: new Float64Array(0), parameters };
  const { outputs } = runKernel(compileKernel(ir), run);

  it("gives a peer's results", () => {
    const worst = reference.members.map((member, m) =>
      Math.max(
        ...Object.entries(PEER_OUTPUTS).flatMap(([peer, ours]) => {
          const row = ir.outputs.findIndex((output) => output.name === ours);
          return Object.entries(member.outputs[peer as keyof typeof PEER_OUTPUTS]).map(([step, wanted]) => {
            const got = outputs[(row * steps + Number(step)) * members + m]!;
            return Math.abs(got - wanted) / Math.max(1, Math.abs(wanted));
          });
        }),
      ),
    );
    expect(Math.max(...worst)).toBeLessThan(FLIPPED_TOLERANCE);
    expect(worst.filter((error) => error > TOLERANCE).length).toBeLessThanOrEqual(1);
  });

  it("gives the interpreter's bits, with noise too", () => {
    const noisy = compile(attrition(true));
    const few = { ...run, steps: 40 };
    const got = runKernel(compileKernel(noisy), few);
    const wanted = interpret({ ...few, ir: noisy });
    expect(Array.from(got.outputs)).toEqual(Array.from(wanted.outputs));
  });
});
