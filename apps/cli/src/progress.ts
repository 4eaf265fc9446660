/** Progress on standard error: a bar on a terminal, one line per stage elsewhere. Standard output stays clean. */
import { progress as bar } from "@clack/prompts";
import type { Progress } from "@logjam/analysis";

export interface ProgressReport {
  readonly report: Progress;
  /** Ends what is shown, whether the work succeeded or not. */
  readonly close: () => void;
}

type Stream = NodeJS.WriteStream | { write(text: string): unknown; readonly isTTY?: boolean };

export function showProgress(stream: Stream): ProgressReport {
  return stream.isTTY === true ? onTerminal(stream as NodeJS.WriteStream) : asLines(stream);
}

function asLines(stream: Stream): ProgressReport {
  let stage = "";
  return {
    report: (name, done, of) => {
      if (name !== stage) stream.write(`${name} ...\n`);
      stage = name;
      if (done >= of) stream.write(`${name}: ${of} members\n`);
    },
    close: () => {},
  };
}

function onTerminal(output: NodeJS.WriteStream): ProgressReport {
  let stage = "";
  let shown = 0;
  let current: ReturnType<typeof bar> | undefined;
  return {
    report: (name, done, of) => {
      if (name !== stage) {
        [stage, shown] = [name, 0];
        current = bar({ max: of, output });
        current.start(name);
      }
      current?.advance(done - shown);
      shown = done;
      if (done >= of) {
        current?.stop(`${name}: ${of} members`);
        current = undefined;
      }
    },
    close: () => current?.stop(stage),
  };
}
