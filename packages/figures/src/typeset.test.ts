import { expect, it } from "vitest";
import { typeset } from "./typeset.ts";

it.each([
  ["3 % of 95 %", "3\u202f% of 95\u202f%"],
  ["3,000 km2 and km^2/week", "3,000 km² and km²/week"],
  ["person^2", "person²"],
  ["model M2 at km25", "model M2 at km25"],
])("sets %s", (text, set) => expect(typeset(text)).toBe(set));
