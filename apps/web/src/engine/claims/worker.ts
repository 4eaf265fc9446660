/** Entry of the Web Worker that judges claims; it is started when claims are first looked at. */
import { InputError } from "@logjam/analysis";
import { judgeQuestion, type Prepared, prepareQuestion } from "./judge-question.ts";
import type { FromJudge, ToJudge } from "./protocol.ts";

interface Scope {
  onmessage: ((event: MessageEvent<ToJudge>) => void) | null;
  postMessage(message: FromJudge): void;
}
const scope = globalThis as unknown as Scope;
let prepared: Prepared | undefined;

scope.onmessage = ({ data }) => {
  const id = "question" in data ? data.question.id : data.found.id;
  try {
    if ("question" in data) {
      prepared = prepareQuestion(data.question);
      scope.postMessage({ tasks: { id, tasks: prepared.tasks } });
    } else if (prepared?.question.id === id)
      scope.postMessage({ verdicts: { id, verdicts: judgeQuestion(prepared, data.found.flags) } });
  } catch (problem) {
    const text = problem instanceof Error ? problem.message : String(problem);
    scope.postMessage({ problem: { id, text, fault: !(problem instanceof InputError) } });
  }
};
