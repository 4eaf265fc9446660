/** M1: one front, two sides. Fires, manpower, the recipe, the coalition, the line, and the outcomes. */
import { type Model, model } from "@logjam/lang";
import * as coalition from "./coalition/index.ts";
import * as fires from "./fires/index.ts";
import * as front from "./front/index.ts";
import * as history from "./history.ts";
import * as manpower from "./manpower/index.ts";
import * as outcomes from "./outcomes/index.ts";
import * as recipe from "./recipe/index.ts";

export const m1: Model = model(
  "M1",
  { history, front, fires, manpower, recipe, coalition, outcomes },
  { meaning: "One front and two sides: fires, manpower, the recipe, one coalition, and a line without breakthroughs." },
);
