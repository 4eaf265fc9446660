/** Ukrainian texts of what the files and the models say in English, by id. */
import { articleClaims, type ClaimTexts } from "./claims.ts";
import { fans } from "./fans.ts";
import { hypotheses } from "./hypotheses.ts";
import { levers, recipeElements } from "./levers.ts";
import { outcomes } from "./outcomes.ts";
import { parameters } from "./parameters.ts";
import { scenarios } from "./scenarios.ts";

const claims: Readonly<Record<string, ClaimTexts>> = { ...articleClaims, ...hypotheses };

export const ukWorld = { scenarios, outcomes, levers, recipeElements, fans, claims, parameters };
