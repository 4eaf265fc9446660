/** Keeps the site for reading without a connection, where the browser can. */

/** Whether the build came with a service worker. */
declare const __LOGJAM_OFFLINE__: boolean;

/** What the service worker tells the page. */
export interface FromKeeper {
  readonly logjam: "storage-full" | "kept";
}

/** Registers the site's service worker. `full` is called where the browser has no room: the page goes on without. */
export async function keepOffline(full: () => void): Promise<void> {
  if (!("serviceWorker" in navigator) || !__LOGJAM_OFFLINE__) return;
  navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<FromKeeper>) => {
    if (data?.logjam === "storage-full") full();
  });
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", document.baseURI), { updateViaCache: "none" });
  } catch {
    // A file address, a private window, a browser that forbids it: the page works, only not offline.
  }
}
