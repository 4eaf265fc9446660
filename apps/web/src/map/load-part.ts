import type { World } from "../contract.ts";

/** Fetches one of the site's further files by its name. Throws where there is none, or it does not come. */
export async function loadPart(base: string, parts: World["parts"], name: string): Promise<Response> {
  const path = parts[name];
  if (path === undefined) throw new Error(`part/unknown: this site has no file '${name}'.`);
  const answer = await fetch(new URL(path, base));
  if (!answer.ok) throw new Error(`part/load: ${path} could not be loaded (${answer.status}).`);
  return answer;
}
