/** The index sets of M0. */
import { indexSet } from "@logjam/lang";

export { sector } from "../sets.ts";

/** How the line behaves in a sector: it stands, it creeps, or it gives way. */
export const regime = indexSet("regime", ["stall", "grind", "surge"]);
