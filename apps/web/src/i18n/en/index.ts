/** The English catalogue: one file per part of the page. */
import { charts } from "./charts.ts";
import { claims } from "./claims.ts";
import { compare } from "./compare.ts";
import { evidence } from "./evidence.ts";
import { exports } from "./exports.ts";
import { levers } from "./levers.ts";
import { map } from "./map.ts";
import { notices } from "./notices.ts";
import { ownClaim } from "./own-claim.ts";
import { page } from "./page.ts";
import { track } from "./track.ts";
import { why } from "./why.ts";

export const en = {
  page,
  notices,
  levers,
  charts,
  compare,
  claims,
  ownClaim,
  map,
  exports,
  why,
  evidence,
  track,
} as const;
