import type { Area } from "../message.ts";

/** What the engine and the links have to tell, by code; `text` is their own English sentence with the particulars. */
export const notices = {
  "engine/no-wasm":
    "This browser cannot run WebAssembly, which the computation needs. Any browser of the last years can.",
  "engine/no-simd": "This browser has no fast vector instructions; the numbers are the same, but take longer.",
  "engine/interpreter": "The computation runs in a slow, plain form here; the numbers are the same.",
  "engine/worker-restarted": "A part of the computation stopped and was started again; nothing is lost.",
  "engine/worker-lost": "The computation stopped and cannot be started again. Reload the page.",
  "engine/load": "A file of the site did not arrive. Check the connection and try again.",
  "engine/storage-full": "The browser’s storage is full; the page works, but will not work offline.",
  "engine/slow": "This device is slow for so many runs; fewer are used.",
  "link/unknown-key": "The link has a part that is not known here; it was left out.",
  "link/unknown-name": "The link names something that is not known here; the default is used instead.",
  "link/value": "A value in the link is outside its range; the default is used instead.",
  "link/version": "The link was made by another version; what could be read is used.",
  "link/malformed": "The link could not be read; the page shows its defaults.",
  "link/other-numbers":
    "The link was made from other data or models; the numbers here may differ from those it showed.",
  "claims/error": "The claim file could not be put to the models.",
  "fault/unexpected": "Something went wrong in the page. What was computed before is still shown.",
} satisfies Area;
