/** The address that shows one figure alone, from the address of the whole view. */
import type { View } from "../contract.ts";

export interface Embedded {
  readonly section: View["section"];
  readonly focus?: string | undefined;
}

const VIEW_KEYS = ["view", "focus", "embed"];

/** Keeps all that decides the numbers, and changes what is looked at. */
export function embedLink(link: string, { section, focus }: Embedded): string {
  return withView(link, [
    ["view", section],
    ...(focus === undefined ? [] : [["focus", focus] as const]),
    ["embed", "yes"],
  ]);
}

/** The whole view with the same numbers: what an embedded figure links to. */
export const wholeLink = (link: string): string => withView(link, []);

function withView(link: string, pairs: readonly (readonly [string, string])[]): string {
  const [address = "", fragment = ""] = link.split("#");
  const kept = fragment.split("&").filter((pair) => pair !== "" && !VIEW_KEYS.includes(pair.split("=")[0]!));
  return `${address}#${[...kept, ...pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`)].join("&")}`;
}

/** What a page puts where the figure shall stand: a frame, and a line that gives it the figure's height. */
export function embedCode(link: string, title: string): string {
  const attribute = (text: string) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  return `<iframe class="logjam" src="${attribute(link)}" title="${attribute(title)}" width="100%" height="560" loading="lazy"></iframe>
<script>addEventListener("message", (m) => { if (m.data?.type === "logjam-height") for (const f of document.querySelectorAll("iframe.logjam")) if (f.contentWindow === m.source) f.height = m.data.height; });</script>`;
}
