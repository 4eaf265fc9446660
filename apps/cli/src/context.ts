import { fileURLToPath } from "node:url";

/** What the command takes from its surroundings; tests bring their own. */
export interface Context {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The repository's root: where data/, scenarios/ and claims/ lie. */
  readonly home: string;
}

export const processContext = (): Context => ({
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  cwd: process.cwd(),
  home: fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, ""),
});
