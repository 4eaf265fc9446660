/** Where in the author's text something was defined: `model/src/fires/losses.ts:25:13`, or `?` where that is unknown. */
export interface Place {
  readonly text: string;
}

type Capture = (target: { stack?: string }, above: (...inputs: never[]) => unknown) => void;

/** One stack frame's `file:line:column`, with or without parentheses and `file://`. */
const FRAME = /\(?(?:file:\/\/)?(\/[^()]*?|[A-Za-z]:[\\/][^()]*?):(\d+):(\d+)\)?$/;

/**
 * The place from which `definer` was called. The stack is only captured here and read when asked for: turning it into
 * text costs more than checking an equation does. Where the engine cannot tell (browsers' bundles), the place is `?`.
 */
export function placeOfCallTo(definer: (...inputs: never[]) => unknown): Place {
  const holder: { stack?: string } = {};
  const capture = (Error as { captureStackTrace?: Capture }).captureStackTrace;
  if (!capture) return { text: "?" };
  capture(holder, definer);
  let text: string | undefined;
  return {
    get text() {
      text ??= readFrame(holder.stack);
      return text;
    },
  };
}

export const NOWHERE: Place = { text: "?" };

function readFrame(stack: string | undefined): string {
  const line = (stack ?? "").split("\n").find((frame) => frame.trimStart().startsWith("at "));
  const match = FRAME.exec(line?.trim() ?? "");
  if (!match) return "?";
  const [, file, row, column] = match;
  const folder = (globalThis as { process?: { cwd?: () => string } }).process?.cwd?.();
  const path = decodeURIComponent(file!).split("?")[0]!;
  if (folder === undefined) return "?";
  return `${path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path}:${row}:${column}`;
}
