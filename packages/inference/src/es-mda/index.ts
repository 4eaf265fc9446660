export { type EsMdaOptions, type EsMdaSample, esMda, type GaussianData } from "./es-mda.ts";
