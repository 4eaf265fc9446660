/** Builds the app where it is missing or older than its sources, and serves it until told to stop. */
import { buildSite } from "@logjam/web/build";
import { sitePaths } from "@logjam/web/paths";
import { serveFolder } from "./static-server.ts";

export interface ServeOptions {
  /** The repository's root. */
  readonly home: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Tells what is being built. */
  readonly progress: (text: string) => void;
  /** Tells the address once the site is served. */
  readonly ready: (address: string) => void;
  /** Ends the serving. */
  readonly stopped: Promise<void>;
}

export async function serveSite({ home, port, progress, ready, stopped }: ServeOptions): Promise<void> {
  const folder = await buildSite(sitePaths(home), progress);
  const server = await serveFolder(folder, port);
  ready(server.address);
  await stopped;
  await server.close();
}

/** Resolves at Ctrl-C, or when the process is asked to end. */
export const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
