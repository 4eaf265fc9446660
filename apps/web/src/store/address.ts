/** The page's address and its setting: each follows the other. */
import { type Complaint, decodeLink, encodeLink, type LinkVocabulary } from "@logjam/analysis";
import type { Notice, Setting, World } from "../contract.ts";

/** The scenario that is shown first, where it is among the world's. */
const FIRST_SCENARIO = "recipe+west";
export const STANDARD_SEED = "20231127";

/** What is shown where an address says nothing: the newest data, the fullest model. */
export function standardSetting(world: World): Setting {
  return {
    asOf: (world.dates.find(({ kind }) => kind === "newest") ?? world.dates.at(-1)!).date,
    model: "M2",
    scenario: (world.scenarios.find(({ id }) => id === FIRST_SCENARIO) ?? world.scenarios[0]!).id,
    levers: {},
    seed: STANDARD_SEED,
    horizonWeeks: 104,
    byWeek: 104,
    view: { section: "question", hindsight: false, embed: false },
  };
}

export const vocabularyOf = (world: World): LinkVocabulary => ({
  standard: standardSetting(world),
  dates: world.dates.map(({ date }) => date),
  scenarios: world.scenarios.map(({ id }) => id),
  levers: world.levers,
  identity: (asOf, model) => world.dates.find(({ date }) => date === asOf)?.identity[model],
});

export function readAddress(world: World, address: string): { setting: Setting; notices: Notice[] } {
  const { setting, complaints } = decodeLink(address, vocabularyOf(world));
  return { setting, notices: complaints.map(noticeOf) };
}

export function addressOf(world: World, page: string, setting: Setting): string {
  return `${page.split("#")[0]}#${encodeLink(setting, vocabularyOf(world))}`;
}

const noticeOf = ({ code, place, reason, nextStep }: Complaint): Notice => ({
  code: code as Notice["code"],
  level: "warning",
  text: `${reason.charAt(0).toUpperCase()}${reason.slice(1)} ${nextStep}`,
  values: { place },
});

/** Addresses are written at most this often: browsers refuse more than a hundred in half a minute. */
const WRITE_AFTER = 400;

/** Writes settings into the browser's address; a page that was gone to gets an entry of its own to come back from. */
export function addressWriter(world: World): (setting: Setting, kind: "page" | "change") => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (setting, kind) => {
    clearTimeout(timer);
    const address = addressOf(world, location.href, setting);
    if (kind === "page") history.pushState(null, "", address);
    else timer = setTimeout(() => history.replaceState(null, "", address), WRITE_AFTER);
  };
}
