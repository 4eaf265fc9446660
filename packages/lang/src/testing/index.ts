export { anyNumber, type RandomIrOptions, randomIr } from "./random-ir.ts";
export { modelOf, type Recipe, randomModel, randomRecipe, showModel } from "./random-model.ts";
export { type RandomRunOptions, randomRun } from "./random-run.ts";
export { type Run, runInTwo } from "./split-run.ts";
