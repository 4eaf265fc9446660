import { readFileSync } from "node:fs";
import { compileKernel, KernelInstance, type Shape } from "@logjam/kernel";
import type { Ir } from "@logjam/lang";
import { INPUTS } from "./c-reference.ts";

const MEMBERS = 8192;
const PEER_INPUTS = ["aidLevel", "mobilisationA", "mobilisationB", "droneTechGrowth", "offensiveIntensity"];
/** The peers record step 0 to 156. */
export const STEPS = 157;

/** The peers' inputs, laid out for the kernel: [parameter][member]. */
export function peerParameters(ir: Ir): Float64Array {
  const file = readFileSync(INPUTS);
  const rows = new Float64Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  const parameters = new Float64Array(ir.parameters.length * MEMBERS);
  PEER_INPUTS.forEach((name, input) => {
    const named = ir.parameters.indexOf(`inputs.${name}`);
    const row = named < 0 ? input : named; // the hand-written IR has them in the peers' order, by the peers' names
    for (let member = 0; member < MEMBERS; member++) parameters[row * MEMBERS + member] = rows[member * 5 + input]!;
  });
  return parameters;
}

/** A model ready to be timed, round by round, beside others. */
export class Contender {
  readonly bytes: number;
  best = 0;
  readonly #run: (member: number) => void;
  readonly #lanes: number;

  constructor(ir: Ir, shape: Shape, width?: 1 | 2) {
    const kernel = compileKernel(ir, { shape, ...(width === undefined ? {} : { width }) });
    const settings = { steps: STEPS, seed: 1n, series: new Float64Array(0) };
    const instance = new KernelInstance(kernel.host, new WebAssembly.Module(kernel.bytes), settings);
    const parameters = peerParameters(ir);
    this.bytes = kernel.bytes.length;
    this.#lanes = shape.lanes;
    this.#run = (offset) =>
      instance.run({ firstMember: offset, count: shape.lanes, parameters, offset, stride: MEMBERS });
    this.round(0.5); // the engine's better code comes while the first calls run
    this.best = 0;
  }

  /** Runs for some seconds of processor time and keeps the best rate: runs per second of processor time. */
  round(seconds: number): number {
    const start = process.cpuUsage();
    let runs = 0;
    let spent = 0;
    while (spent < seconds * 1e6) {
      for (let i = 0; i < 8; i++) {
        this.#run(runs % (MEMBERS - (MEMBERS % this.#lanes)));
        runs += this.#lanes;
      }
      const { user, system } = process.cpuUsage(start);
      spent = user + system;
    }
    const rate = runs / (spent / 1e6);
    this.best = Math.max(this.best, rate);
    return rate;
  }
}
