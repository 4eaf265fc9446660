/** What a settlement policy may set. */
import { lever } from "@logjam/lang";

export const talks = lever({
  unit: "1",
  meaning:
    "How hard outside powers push for talks: 0 not at all, 1 so that the hazard of a ceasefire doubles, up to 50 for a ceasefire at once.",
  range: [0, 50],
  default: 0,
  source: "The article: 'if negotiations were forced on it today'.",
});

export const guarantees = lever({
  unit: "1",
  meaning: "Strength of security guarantees behind a ceasefire: 0 none, 1 a defence pact that is believed.",
  range: [0, 1],
  default: 0.1,
  source: "Fortna 2003: durability rises with the strength of an agreement.",
});

export const monitoring = lever({
  unit: "1",
  meaning: "Monitoring and buffer zones: 0 none, 1 dense and armed.",
  range: [0, 1],
  default: 0.2,
  source: "Fortna 2003: demilitarised zones and monitors.",
});
