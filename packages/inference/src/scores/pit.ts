import { checkMembers, type Members } from "./members.ts";

/**
 * Probability integral transform of an ensemble, randomised over ties: (members below + v (members equal + 1)) / (m + 1)
 * with v uniform in (0, 1). If the observation is one more draw from the forecast's law, it is exactly uniform for any
 * number of members, also where values repeat.
 */
export function pitEnsemble(members: Members, observed: number, v: number): number {
  checkMembers("pitEnsemble", members, observed);
  let below = 0;
  let equal = 0;
  for (let i = 0; i < members.length; i++) {
    if (members[i]! < observed) below += 1;
    else if (members[i]! === observed) equal += 1;
  }
  return (below + v * (equal + 1)) / (members.length + 1);
}
