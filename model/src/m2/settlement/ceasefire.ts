/** War or ceasefire: one regime for the whole front. */
import { auxiliary, f, stock } from "@logjam/lang";

export const ceasefire = stock({
  unit: "1",
  meaning: "1 while a ceasefire holds.",
  initial: 0,
});

export const fighting = auxiliary({
  unit: "1",
  meaning: "1 while the war is fought, 0 in a ceasefire.",
  formula: f`1 - ${ceasefire}`,
});

export const relapses = stock({
  unit: "1",
  meaning: "How many ceasefires have broken down.",
  initial: 0,
});

export const ceasefireAge = stock({
  unit: "week",
  meaning: "How long the present ceasefire has held.",
  initial: 0,
});

export const imposed = stock({
  unit: "1",
  meaning:
    "1 if the present ceasefire was made on harsh terms: land beyond the line or binding caps, without guarantees.",
  initial: 0,
});
