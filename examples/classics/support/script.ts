import { fileURLToPath } from "node:url";

/** Prints the text when the module at `moduleUrl` is the program that was started (`npx tsx examples/classics/x.ts`). */
export function printIfStarted(moduleUrl: string, text: () => string): void {
  if (process.argv[1] === fileURLToPath(moduleUrl)) process.stdout.write(text());
}
