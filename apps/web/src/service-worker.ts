/**
 * Keeps one version of the site, whole, for reading without a connection. Every file but the page itself is named by its
 * content, and the page comes from the network where there is one: so no page ever meets files of another version.
 * A new version waits until the last page of the old one is closed, as browsers do by default.
 */

/** Written by the build: the site's version, the files of the first screen, and the rest. */
interface Kept {
  readonly version: string;
  readonly first: readonly string[];
  readonly rest: readonly string[];
}
declare const __LOGJAM_KEPT__: string;

interface Extendable extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options?: {
      readonly includeUncontrolled?: boolean;
    }): Promise<readonly { postMessage(message: unknown): void }[]>;
  };
  addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
}

const scope = globalThis as unknown as Scope;
const kept = JSON.parse(__LOGJAM_KEPT__) as Kept;
const NAME = `logjam ${kept.version}`;
/** Without an answer after this long, milliseconds, the kept page is shown. */
const PATIENCE = 4_000;

const addressOf = (file: string): string => new URL(file, scope.registration.scope).href;
const PAGE = addressOf("./");
const BOOK = addressOf("book/");
const files = new Set([...kept.first, ...kept.rest].map(addressOf));

scope.addEventListener("install", (event) => {
  event.waitUntil(keep(["./", ...kept.first]));
});

scope.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith("logjam ") && name !== NAME) await caches.delete(name);
      await scope.clients.claim();
      // What further views need comes one by one, behind what the visitor asks for.
      await keep(kept.rest);
    })(),
  );
});

/** Fetches and keeps what is not there yet. Where there is no room the site works on, only not offline. */
async function keep(wanted: readonly string[]): Promise<void> {
  try {
    const cache = await caches.open(NAME);
    for (const file of wanted) {
      const address = addressOf(file);
      if (await cache.match(address)) continue;
      const answer = await fetch(address, { cache: file === "./" ? "no-cache" : "default" });
      if (answer.ok) await cache.put(address, answer);
    }
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === "QuotaExceededError") await tell("storage-full");
  }
}

async function tell(logjam: string): Promise<void> {
  for (const client of await scope.clients.matchAll({ includeUncontrolled: true })) client.postMessage({ logjam });
}

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const address = request.url.split(/[?#]/)[0]!;
  if (request.mode === "navigate" && (address === PAGE || address === `${PAGE}index.html`))
    event.respondWith(page(request));
  else if (files.has(address)) event.respondWith(file(address));
  else if (address.startsWith(BOOK)) event.respondWith(read(request, address));
});

async function page(request: Request): Promise<Response> {
  const own = (await caches.open(NAME).catch(() => undefined))?.match(PAGE);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  return answer ?? (await own) ?? fetch(request);
}

/** A page of the model book: from the network where there is one, and kept for when there is none. */
async function read(request: Request, address: string): Promise<Response> {
  const cache = await caches.open(NAME).catch(() => undefined);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache?.put(address, answer.clone()).catch(() => tell("storage-full"));
    return answer;
  } catch (problem) {
    const own = await cache?.match(address);
    if (own === undefined) throw problem;
    return own;
  }
}

/** Files never change under their name: the kept one is the right one. */
async function file(address: string): Promise<Response> {
  const cache = await caches.open(NAME).catch(() => undefined);
  const own = await cache?.match(address);
  if (own !== undefined) return own;
  const answer = await fetch(address);
  if (answer.ok) await cache?.put(address, answer.clone()).catch(() => tell("storage-full"));
  return answer;
}
