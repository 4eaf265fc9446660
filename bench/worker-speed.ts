import { runEnsemble } from "@logjam/kernel";
import type { Ir } from "@logjam/lang";
import { STEPS } from "./kernel-speed.ts";

/** Seconds for a run of some members on one and on two workers, the start of the workers left out. */
export async function timeWorkers(ir: Ir, members: number): Promise<{ one: number; two: number }> {
  const parameters = (_: number, count: number): Float64Array => {
    const usual = [1, 0.001, 0.0014, 0.006, 0.5];
    return Float64Array.from({ length: ir.parameters.length * count }, (_, i) => usual[Math.floor(i / count)]!);
  };
  const time = async (workers: number): Promise<number> => {
    let firstBlock = 0;
    let firstDone = 0;
    await runEnsemble(
      { ir, members, steps: STEPS, seed: 1n, series: new Float64Array(0), parameters },
      {
        workers,
        records: "none",
        events: [{ name: "advance", output: "outputs.totalAdvance", is: "atLeast", threshold: 0 }],
        onProgress: (done) => {
          if (done < members / 10 || firstBlock > 0) return;
          firstBlock = performance.now();
          firstDone = done;
        },
      },
    );
    return ((performance.now() - firstBlock) / 1000) * (members / (members - firstDone));
  };
  const [one, two, again, twoAgain] = [await time(1), await time(2), await time(1), await time(2)];
  return { one: Math.min(one, again), two: Math.min(two, twoAgain) };
}
