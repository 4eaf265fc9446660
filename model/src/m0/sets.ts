/** The index sets of M0. */
import { indexSet } from "@logjam/lang";

/** The eight sectors with a front, north to south. */
export const sector = indexSet("sector", [
  "north",
  "kharkiv",
  "luhansk",
  "donetsk-north",
  "donetsk-centre",
  "donetsk-south",
  "zaporizhzhia",
  "kherson",
]);

/** How the line behaves in a sector: it stands, it creeps, or it gives way. */
export const regime = indexSet("regime", ["stall", "grind", "surge"]);
