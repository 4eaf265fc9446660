import { type Ir, streamHash } from "@logjam/lang";
import type { Layout } from "../plan/layout.ts";
import { GROUP_OF_DRAWS, type Plan } from "../plan/plan.ts";
import type { Code } from "../wasm/code.ts";
import { ModuleEncoder } from "../wasm/encoder.ts";
import { Lanes, type Width } from "./lanes.ts";
import { type DrawGroups, emitNoise } from "./noise.ts";
import { firstRoundConstants } from "./philox.ts";
import { emitStart } from "./start.ts";
import { StepWriter } from "./step.ts";
import { eachMember } from "./tile.ts";

/**
 * The module: `start()` computes what a member needs once and its states at step 0; `advance(end, firstQuad, table,
 * out, begin)` runs the steps from `begin` to before `end` of a tile. `table` is the address of [step][table value], `out` of [step][output][member].
 */
export function emitModule(ir: Ir, plan: Plan, layout: Layout, width: Width): Uint8Array<ArrayBuffer> {
  const module = new ModuleEncoder();
  const draws = drawGroups(ir, plan);
  module.data({ offset: layout.drawConstants, bytes: drawConstants(ir, plan) });
  const inStep: readonly ["i32", "i32", "i32", "i32"] = ["i32", "i32", "i32", "i32"];
  const step = new StepWriter(width, plan, layout);
  const functions: StepFunctions = {
    noise:
      plan.draws.length === 0 ? undefined : module.add(["i32", "i32"], (code) => emitNoise(code, width, layout, draws)),
    equations: [
      module.add(inStep, (code) => step.passedOn(code)),
      ...plan.groups.map((group) => module.add(inStep, (code) => step.group(code, group))),
    ],
    check: module.add(["i32", "i32"], (code) => emitCheck(code, width, layout)),
  };
  module.add([], (code) => emitStart(code, width, plan, layout), "start");
  module.add(["i32", "i32", "i32", "i32", "i32"], (code) => emitAdvance(code, plan, layout, functions), "advance");
  return module.finish(layout.end);
}

interface StepFunctions {
  readonly noise: number | undefined;
  readonly equations: readonly number[];
  readonly check: number;
}

function emitAdvance(code: Code, plan: Plan, layout: Layout, functions: StepFunctions): void {
  const [end, quad, table, out, begin] = [0, 1, 2, 3, 4];
  const [step, parity, first] = [code.local("i32"), code.local("i32"), code.local("i32")];
  const tableBytes = plan.table.length * 8;
  const outBytes = plan.program.outputs.length * layout.rowBytes;
  code.get(out).set(first).get(begin).set(step);
  code.loop(() => {
    if (functions.noise !== undefined) code.get(quad).get(step).call(functions.noise);
    for (const each of functions.equations) code.get(parity).get(step).get(table).get(out).call(each);
    code.i32(layout.statesBytes).get(parity).op("i32.sub").set(parity);
    code.get(table).i32(tableBytes).op("i32.add").set(table);
    code.get(out).i32(outBytes).op("i32.add").set(out);
    code.get(step).i32(1).op("i32.add").tee(step).get(end).op("i32.lt_u");
  });
  if (outBytes > 0) code.get(first).get(out).call(functions.check);
}

/**
 * Sums x - x over all records of a member: 0 if all are finite, else NaN. Parameters: the first record, the byte after
 * the last.
 */
function emitCheck(code: Code, width: Width, layout: Layout): void {
  const [from, to] = [0, 1];
  const lanes = new Lanes(code, width);
  const [sum, value, at] = [lanes.local(), lanes.local(), code.local("i32")];
  eachMember(lanes, layout, 1, (p) => {
    lanes.constant(0).set(sum);
    code.get(from).get(p).op("i32.add").set(at);
    code.loop(() => {
      lanes.get(at).load(0).tee(value).get(value).op("sub").get(sum).op("add").set(sum);
      code.get(at).i32(layout.rowBytes).op("i32.add").tee(at).get(to).op("i32.lt_u");
    });
    lanes.get(p).get(sum).store(layout.failure);
  });
}

function drawGroups(ir: Ir, plan: Plan): DrawGroups {
  const normals = plan.draws.filter((draw) => ir.draws[draw]!.kind === "normal").length;
  return {
    normal: Math.ceil(normals / GROUP_OF_DRAWS),
    uniform: Math.ceil((plan.draws.length - normals) / GROUP_OF_DRAWS),
  };
}

function drawConstants(ir: Ir, plan: Plan): Uint8Array {
  const { normal, uniform } = drawGroups(ir, plan);
  const words = new Uint32Array((normal + uniform) * 12);
  const rows = [...plan.drawRow];
  for (let group = 0; group < normal + uniform; group++) {
    const members = rows
      .filter(([, row]) => Math.floor(row / GROUP_OF_DRAWS) === group)
      .map(([draw]) => ({ stream: streamHash(ir.draws[draw]!.stream), element: ir.draws[draw]!.element }));
    words.set(firstRoundConstants(members), group * 12);
  }
  return new Uint8Array(words.buffer);
}
