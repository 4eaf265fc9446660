import { regimePosterior, regimeLogLikelihood, parametersFrom, normalDraws } from "@logjam/inference";
import { compileKernel, runKernel } from "@logjam/kernel";
import { m0Study } from "./study.ts";
const { ir, places, model } = m0Study;
const kernel = compileKernel(ir, { final: true }); const module = new WebAssembly.Module(kernel.bytes);
console.log("ops", ir.values.length, "draws", ir.draws.length, "outputs", ir.outputs.length, "params", ir.parameters.length);
let inRun = 0; const run = (i: any) => { const t = performance.now(); const r = runKernel(kernel, i, module); inRun += performance.now() - t; return r; };
const z = normalDraws(1n, 17)("x", 0); const h = Object.fromEntries(places.map(p => [p, Float64Array.from({length: 17}, (_, i) => 1000 + i * 3 + 5*z[i]!)]));
const pos = model.parameters.map((_, k) => normalDraws(2n, 96)("y", 0, k));
for (let rep = 0; rep < 3; rep++) {
  let t = performance.now(); let p: any; for (let i = 0; i < 20; i++) p = parametersFrom(model, pos); console.log("parametersFrom", (performance.now()-t)/20);
  inRun = 0; t = performance.now(); for (let i = 0; i < 20; i++) regimeLogLikelihood(m0Study, h, p, run); console.log("loglik", (performance.now()-t)/20, "of which run", inRun/20);
  t = performance.now(); const s = regimePosterior(m0Study, h, run, { particles: 96, movesPerStage: 5, seed: 1n }); console.log("posterior", performance.now()-t, s.powers.length);
}
