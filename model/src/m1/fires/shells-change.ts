import { balance, f } from "@logjam/lang";
import { shellsFromAid } from "../coalition/ammunition.ts";
import { roundsFired, shells, shellsMade } from "./shells.ts";

export const shellsChange = balance(shells, f`${shellsMade} + ${shellsFromAid} - ${roundsFired}`);
