/** The two kinds of Web Workers; bundlers look for exactly this form. */

import type { FromJudge, ToJudge } from "./claims/protocol.ts";
import type { CrewWorker } from "./crew.ts";

export interface JudgeWorker {
  postMessage(message: ToJudge): void;
  onmessage: ((event: MessageEvent<FromJudge>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export const startCrewWorker = (): CrewWorker =>
  new Worker(new URL("./crew/worker.ts", import.meta.url), { type: "module", name: "crew" }) as CrewWorker;

export const startJudge = (): JudgeWorker =>
  new Worker(new URL("./claims/worker.ts", import.meta.url), { type: "module", name: "claims" }) as JudgeWorker;
