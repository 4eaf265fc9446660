/** M2: two sides, eight sectors, four groups of donors, breakthrough and settlement; M1 with layers. */
import { type Model, model } from "@logjam/lang";
import * as armour from "./armour/index.ts";
import * as coalition from "./coalition/index.ts";
import * as economy from "./economy/index.ts";
import * as fires from "./fires/index.ts";
import * as front from "./front/index.ts";
import * as history from "./history.ts";
import * as layers from "./layers.ts";
import * as manpower from "./manpower/index.ts";
import * as outcomes from "./outcomes/index.ts";
import * as recipe from "./recipe/index.ts";
import * as settlement from "./settlement/index.ts";
import * as technology from "./technology/index.ts";

export const m2: Model = model(
  "M2",
  { history, layers, front, manpower, fires, armour, technology, recipe, coalition, economy, settlement, outcomes },
  {
    meaning:
      "Two sides, eight sectors and four groups of donors: M1 with main efforts, quality, armour, technical edge, breakthroughs, money, signals, talks and relapse.",
  },
);
