/** The page's address and its setting: each follows the other. */
import { type Complaint, decodeLink, encodeLink, type LinkVocabulary, standardSetting } from "@logjam/analysis";
import type { Notice, Setting, World } from "../contract.ts";

const newestDate = ({ dates }: World): string => (dates.find(({ kind }) => kind === "newest") ?? dates.at(-1)!).date;

export const vocabularyOf = (world: World): LinkVocabulary => ({
  standard: standardSetting(
    newestDate(world),
    world.scenarios.map(({ id }) => id),
  ),
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
