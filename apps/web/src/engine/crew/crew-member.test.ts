import { clusteredMean, clusteredShare, quantiles } from "@logjam/inference";
import { compileKernel, runEnsemble } from "@logjam/kernel";
import { compile, samplePriors, seriesTable } from "@logjam/lang";
import { m1 } from "@logjam/model";
import { beforeAll, describe, expect, it } from "vitest";
import { FAN_LEVELS, GAIN_LEVELS } from "../levels.ts";
import type { FromCrew, ModelSetup, OutputKind, OwnedStatistics, RunnerSetup, ToCrew } from "../protocol.ts";
import { CrewMember } from "./crew-member.ts";

const [KNOWN, STEPS, PARTICLES, MEMBERS] = [12, 9, 50, 256];
const SHOWN = [
  "outcomes.areaHeld",
  "outcomes.fires[ua]",
  "outcomes.brokenForRussia[lower]",
  "outcomes.standstill[lower]",
];
const KINDS: readonly OutputKind[] = ["sector", "fan", "flag", "flag"];
const ir = compile(m1, { outputs: SHOWN });
const kernel = compileKernel(ir, { shape: "wide" });
const particles = samplePriors(m1, { members: PARTICLES, seed: 7n });
const seriesOf = (winWeight: number) => {
  const values = Object.fromEntries(
    m1.series.map(({ name }) => [name, name.startsWith("front.initialArea") ? 1e4 : 0]),
  );
  const after = (before: number, now: number) =>
    Array.from({ length: KNOWN + STEPS }, (_, t) => (t < KNOWN ? before : now));
  const levers = {
    "coalition.winWeight": after(0, winWeight),
    "coalition.notLoseWeight": after(1, 1 - winWeight),
    "history.known": after(1, 0),
  };
  return seriesTable(m1, ir, { steps: KNOWN + STEPS, values: { ...values, ...levers } });
};
const draws = Int32Array.from({ length: MEMBERS }, (_, m) => m % PARTICLES);

/** A crew within one thread: parts and messages are handed over as they are. */
function crewOf(size: number, runner: RunnerSetup) {
  const told: FromCrew[] = [];
  const members: CrewMember[] = Array.from(
    { length: size },
    (_, index) =>
      new CrewMember(index, size, {
        tell: (message) => void told.push(structuredClone(message)),
        pass: (to, part) => members[to]!.take(structuredClone(part)),
        breathe: () => new Promise((resolve) => setImmediate(resolve)),
      }),
  );
  const send = (message: ToCrew) => {
    for (const member of members) member.receive(message);
  };
  const model: ModelSetup = { model: "M1", runner, outputs: KINDS, seriesCount: ir.series.length };
  send({ model });
  const knownSeries = seriesOf(0).slice(0, KNOWN * ir.series.length);
  const base = {
    base: "b",
    model: "M1",
    parameters: particles,
    particles: PARTICLES,
    knownWeeks: KNOWN,
    knownSeries,
    seed: 5n,
  };
  send({ base });
  const until = async (done: () => boolean) => {
    for (let i = 0; i < 20_000 && !done(); i++) await new Promise((resolve) => setImmediate(resolve));
    expect(done()).toBe(true);
  };
  const statistics = (id: number, stage: number) =>
    told.flatMap((m): OwnedStatistics[] =>
      "statistics" in m && m.statistics.id === id && m.statistics.stage === stage ? [m.statistics] : [],
    );
  return { send, told, until, statistics };
}

const order = (id: number, weights: readonly number[], stages: readonly number[] = [128, MEMBERS]) => ({
  run: {
    id,
    base: "b",
    variants: weights.map((w) => ({ key: `w${w}`, series: seriesOf(w) })),
    compare: weights.length > 1,
    steps: STEPS,
    stages,
  },
});

/** [output][step][member] of the weeks from the as-of date on, from one whole run. */
async function whole(weight: number) {
  const parameters = Float64Array.from(
    { length: ir.parameters.length * MEMBERS },
    (_, i) => particles[Math.floor(i / MEMBERS) * PARTICLES + ((i % MEMBERS) % PARTICLES)]!,
  );
  const steps = KNOWN + STEPS;
  const { outputs } = await runEnsemble({
    ir,
    members: MEMBERS,
    steps,
    seed: 5n,
    parameters,
    series: seriesOf(weight),
  });
  return (output: number, week: number, members = MEMBERS) => {
    const from = (output * steps + KNOWN + week) * MEMBERS;
    return outputs.subarray(from, from + members);
  };
}

let [plain, win] = [undefined, undefined] as unknown as Awaited<ReturnType<typeof whole>>[];
beforeAll(async () => {
  plain = await whole(0);
  win = await whole(1);
});
const runner: RunnerSetup = { kind: "kernel", host: kernel.host, module: new WebAssembly.Module(kernel.bytes) };
const find = (parts: readonly OwnedStatistics[], output: number, of: number) =>
  parts.flatMap((part) => part.outputs).find((one) => one.output === output && one.of === of)!;

describe.each([
  ["one worker", 1, runner],
  ["two workers", 2, runner],
  ["three workers", 3, runner],
  ["two workers without WebAssembly", 2, { kind: "interpreter", ir } as RunnerSetup],
])("a crew of %s", (_, size, how) => {
  it("tells, at every stage, what one whole run of the same members says, to the bit", async () => {
    const crew = crewOf(size, how);
    crew.send(order(1, [0, 1]));
    await crew.until(() => crew.statistics(1, 1).length === size);
    for (const [stage, members] of [128, MEMBERS].entries()) {
      const parts = crew.statistics(1, stage);
      expect(parts.length).toBe(size);
      const own = draws.subarray(0, members);
      for (let w = 0; w < STEPS; w++) {
        for (const output of [2, 3]) {
          const estimate = clusteredShare(plain!(output, w, members), own);
          const { value, low, high } = find(parts, output, 0).curve!;
          expect([value[w], low[w], high[w]]).toEqual([estimate.value, estimate.low, estimate.high]);
          const paired = plain!(output, w, members).map((x, m) => x - win!(output, w, members)[m]!);
          const difference = find(parts, output, 2).curve!;
          expect(difference.high[w]).toBe(clusteredMean(paired, own).high);
        }
        const fires = Float32Array.from(win!(1, w, members));
        const fan = find(parts, 1, 1).fan!;
        expect(FAN_LEVELS.map((__, i) => fan[i * STEPS + w])).toEqual(quantiles(fires, FAN_LEVELS));
        const area = Float32Array.from(plain!(0, w, members));
        const start = Float32Array.from(plain!(0, 0, members));
        const gain = find(parts, 0, 0).gain!.subarray(w * GAIN_LEVELS.length, (w + 1) * GAIN_LEVELS.length);
        expect([...gain]).toEqual(
          quantiles(
            area.map((x, m) => x - start[m]!),
            GAIN_LEVELS,
          ),
        );
      }
    }
  });
});

describe("a crew", () => {
  it("drops what is overtaken, and computes nothing twice that is still looked at", async () => {
    const crew = crewOf(2, runner);
    crew.send(order(1, [0, 1]));
    await crew.until(() => crew.statistics(1, 0).length > 0);
    crew.send(order(2, [0.5, 1]));
    await crew.until(() => crew.statistics(2, 1).length === 2);
    expect(crew.statistics(1, 1)).toEqual([]);
    const blocks = crew.told.filter((m) => "block" in m && m.block.id === 2).length;
    // Two variants of four blocks each; the first two blocks of the variant that stayed were there.
    expect(blocks).toBe(6);
    const { value } = find(crew.statistics(2, 1), 3, 1).curve!;
    expect(value[5]).toBe(clusteredShare(win!(3, 5), draws).value);
  });

  it("finds flags for claims, before it adds members while idle", async () => {
    const crew = crewOf(2, runner);
    const flags = [
      { output: 3, week: 8 },
      { output: 2, week: 4 },
    ];
    crew.send(order(1, [0], [64, 128, MEMBERS]));
    crew.send({ flags: { id: 9, members: 128, tasks: [{ base: "b", series: seriesOf(1), steps: STEPS, flags }] } });
    await crew.until(() => crew.statistics(1, 2).length === 2);
    const kinds = crew.told.map((m) => ("flags" in m ? "flags" : "statistics" in m ? m.statistics.stage : "block"));
    expect(kinds.lastIndexOf("flags")).toBeLessThan(kinds.indexOf(2));
    const parts = crew.told.flatMap((m) => ("flags" in m ? [m.flags] : []));
    expect(parts.map(({ block }) => block).sort()).toEqual([0, 1]);
    for (const { block, flags: got } of parts)
      expect([...got]).toEqual([
        ...win!(3, 8).subarray(block * 64, (block + 1) * 64),
        ...win!(2, 4).subarray(block * 64, (block + 1) * 64),
      ]);
  });

  it("tells what went wrong, and goes on with the next run", async () => {
    const crew = crewOf(1, runner);
    crew.send({ run: { ...order(1, [0]).run, base: "unknown" } });
    expect(crew.told.some((m) => "problem" in m)).toBe(true);
    crew.send(order(2, [0]));
    await crew.until(() => crew.statistics(2, 1).length === 1);
  });
});
