import { balance, f } from "@logjam/lang";
import { roundsFired, shells, shellsMade } from "../../m1/fires/shells.ts";
import { shellsFromAid } from "../coalition/ammunition.ts";
import { fighting } from "../settlement/ceasefire.ts";

/** In a ceasefire production and deliveries go on, and nothing is fired: stocks fill. */
export const shellsChange = balance(shells, f`${shellsMade} + ${shellsFromAid} - ${fighting} * ${roundsFired}`);
