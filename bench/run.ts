/**
 * `npm run bench`: speeds as ratios within one run, beside the same model by hand in C++ (reference/). Options:
 * `--full` runs a million members of M1 as well; `--quick` shortens every round.
 */
import { SHAPES } from "@logjam/kernel";
import { compile } from "@logjam/lang";
import { m1, m2 } from "@logjam/model";
import { attrition } from "../examples/attrition/model.ts";
import { chromiumThere, reportFromChromium } from "../packages/kernel/src/browser/browsers.ts";
import { attritionIr } from "../packages/kernel/src/testing/attrition-ir.ts";
import { buildReference, timeReference } from "./c-reference.ts";
import { inFreshProcess } from "./child.ts";
import { flagshipSpeed } from "./flagship-speed.ts";
import { Contender } from "./kernel-speed.ts";
import { type Line, printTable } from "./table.ts";
import { timeWorkers } from "./worker-speed.ts";

const quick = process.argv.includes("--quick");
const full = process.argv.includes("--full");
const seconds = quick ? 0.1 : 0.4;
const rounds = quick ? 3 : 8;
/** The best WebAssembly of a peer (SDEverywhere, -O3), in runs per second on a machine of the same kind. */
const PEER_SHARE_OF_VL4 = 11_100 / 61_500;

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const lines: Line[] = [];

say("the benchmark model, side by side with C++ ...");
const references = ([2, 4] as const).map((lanes) => ({ lanes, program: buildReference(lanes), best: 0 }));
const plain = compile(attrition());
const noisy = compile(attrition(true));
const contenders = {
  wide: new Contender(plain, SHAPES.wide),
  fused: new Contender(plain, SHAPES.fused),
  noisyWide: new Contender(noisy, SHAPES.wide),
  noisyFused: new Contender(noisy, SHAPES.fused),
  clamped: new Contender(attritionIr(), SHAPES.wide),
  scalar: new Contender(plain, SHAPES.wide, 1),
};
for (let round = 0; round < rounds; round++) {
  for (const reference of references) {
    if (reference.program === undefined) continue;
    reference.best = Math.max(reference.best, timeReference(reference.program, seconds));
  }
  for (const contender of Object.values(contenders)) contender.round(seconds / 2);
}
const fastest = Math.max(contenders.wide.best, contenders.fused.best);
const fastestNoisy = Math.max(contenders.noisyWide.best, contenders.noisyFused.best);
lines.push({ what: "runs per CPU-second, attrition x 157 steps", value: fastest, digits: 0 });
lines.push({ what: "  equation by equation", value: contenders.wide.best, digits: 0 });
lines.push({ what: "  all equations at once", value: contenders.fused.best, digits: 0 });
lines.push({ what: "  by hand, tables as clamped sums like the C++", value: contenders.clamped.best, digits: 0 });
lines.push({ what: "  without SIMD", value: contenders.scalar.best, digits: 0 });
for (const { lanes, best } of references) {
  if (best === 0) say(`no g++: nothing to compare with at VL=${lanes}`);
  else {
    lines.push({ what: `  C++ reference, VL=${lanes}`, value: best, digits: 0 });
    lines.push({ what: `ratio to C++ at VL=${lanes}`, value: fastest / best, least: lanes === 2 ? 0.95 : 0.5 });
    lines.push({ what: "  with tables as clamped sums", value: contenders.clamped.best / best });
  }
}
const vl4 = references[1]!.best;
if (vl4 > 0)
  lines.push({
    what: "ratio to the best peer's WebAssembly (by VL=4)",
    value: fastest / (vl4 * PEER_SHARE_OF_VL4),
    least: 2.8,
  });
lines.push({ what: "48 normals a step: time against none", value: fastest / fastestNoisy, most: 2 });
lines.push({
  what: "  nanoseconds per normal, its use included",
  value: (1e9 / fastestNoisy - 1e9 / fastest) / (157 * 48),
});
lines.push({ what: "kernel module, kB", value: contenders.wide.bytes / 1000, digits: 1, most: 100 });

say("workers ...");
const workers = await timeWorkers(noisy, quick ? 20_000 : 100_000);
lines.push({ what: "two workers against one", value: workers.one / workers.two, least: 1.9 });

say("first result, in fresh processes ...");
const first = [1, 2, 3].map(() =>
  inFreshProcess<{ language: number; kernel: number; total: number }>("first-result.ts"),
);
const quickest = first.reduce((a, b) => (b.total < a.total ? b : a));
lines.push({ what: "model text to first result, ms", value: quickest.total, digits: 0, most: 120 });
lines.push({ what: "  of these the language", value: quickest.language, digits: 0 });

say("many members of M1 ...");
let smaller: number | undefined;
for (const members of [1000, 10_000, 100_000, ...(full ? [1_000_000] : [])]) {
  const run = inFreshProcess<{ seconds: number; megabytes: number }>("large-run.ts", members);
  lines.push({ what: `M1 x 156, ${members} members, summaries: seconds`, value: run.seconds });
  lines.push({ what: "  resident memory, MB", value: run.megabytes, digits: 0, most: 400 });
  if (smaller !== undefined)
    lines.push({ what: "  time against a tenth of the members", value: run.seconds / smaller });
  smaller = run.seconds;
}

say("M1 and M2 ...");
for (const [model, least] of [
  [m1, undefined],
  [m2, 2_500],
] as const) {
  const speed = await flagshipSpeed(model, quick ? 8_192 : 32_768);
  lines.push({ what: `${model.name}: equations as written`, value: speed.equations, digits: 0 });
  lines.push({
    what: "  runs of 156 weeks per second, one thread",
    value: speed.oneThread,
    digits: 0,
    ...(least === undefined ? {} : { least }),
  });
  lines.push({ what: "  against the interpreter, one thread", value: speed.oneThread / speed.interpreter, digits: 1 });
  lines.push({
    what: "  against the interpreter, two workers",
    value: speed.twoWorkers / speed.interpreter,
    digits: 1,
    ...(least === undefined ? { least: 20 } : {}),
  });
}

if (chromiumThere()) {
  say("Chromium ...");
  const page = await reportFromChromium();
  lines.push({ what: "Chromium, strict policy: IR to first result, ms", value: page.firstResult, digits: 0 });
  lines.push({ what: "  attrition, 1,000 members x 156 steps, ms", value: page.thousandMembers, digits: 0 });
} else say("no Chromium: nothing measured there");

printTable(lines);
