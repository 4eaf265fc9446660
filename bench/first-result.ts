/** As a process of its own: milliseconds from a model's text to the first result, once the code is loaded. */
import { runEnsemble } from "@logjam/kernel";
import { compile } from "@logjam/lang";
import { attrition } from "../examples/attrition/model.ts";

const start = performance.now();
const ir = compile(attrition());
const compiled = performance.now();
const parameters = Float64Array.from([1, 0.001, 0.0014, 0.006, 0.5]);
await runEnsemble({ ir, members: 1, steps: 157, seed: 1n, series: new Float64Array(0), parameters });
const end = performance.now();
process.stdout.write(JSON.stringify({ language: compiled - start, kernel: end - compiled, total: end - start }));
