/** What the app tells its visitor when something is not as it should be; codes are stable, texts are ours in English. */
import type { Notice } from "../contract.ts";

type Level = Notice["level"];
const notice =
  (code: Notice["code"], level: Level) =>
  (text: string, values: Notice["values"] = {}): Notice => ({ code, level, text, values });

const say = {
  noWasm: notice("engine/no-wasm", "warning"),
  noSimd: notice("engine/no-simd", "info"),
  interpreter: notice("engine/interpreter", "warning"),
  restarted: notice("engine/worker-restarted", "info"),
  lost: notice("engine/worker-lost", "error"),
  load: notice("engine/load", "error"),
  storage: notice("engine/storage-full", "info"),
  claims: notice("claims/error", "error"),
  setting: notice("link/value", "error"),
  fault: notice("fault/unexpected", "error"),
};

export const notices = {
  noWasm: () =>
    say.noWasm(
      "This browser cannot run WebAssembly. The answers are computed by an interpreter: the same numbers, some twenty times slower. Another browser, or another privacy setting, would be faster.",
    ),
  noSimd: () =>
    say.noSimd("This browser lacks the fast kind of WebAssembly (SIMD): the same numbers take about twice as long."),
  interpreter: (reason: string) =>
    say.interpreter(
      `The fast program could not be started (${reason}). The answers are computed by an interpreter: the same numbers, some twenty times slower.`,
      { reason },
    ),
  workerRestarted: () =>
    say.restarted("A part of the computation stopped and was started again. The numbers are not affected."),
  workerLost: (reason: string) =>
    say.lost(
      `The computation stopped several times (${reason}). Reload the page; if that does not help, close other tabs.`,
      { reason },
    ),
  load: (address: string, reason: string) =>
    say.load(`A file of the site could not be read: ${address} (${reason}). Look at the connection and try again.`, {
      address,
      reason,
    }),
  storageFull: () =>
    say.storage("The browser has no room to keep this site for reading offline. Everything else works."),
  claims: (text: string) => say.claims(text),
  setting: (text: string) => say.setting(text),
  fault: (problem: unknown) =>
    say.fault(`This is a mistake of ours: ${problem instanceof Error ? problem.message : String(problem)}`),
};
