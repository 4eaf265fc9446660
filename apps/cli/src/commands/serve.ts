import { Command } from "commander";
import type { Context } from "../context.ts";
import { badOption } from "../errors.ts";
import { interrupted, serveSite } from "../serve/serve-site.ts";

/** Where the app is served unless told otherwise: the year and month of the article. */
const PORT = "2311";

/** `logjam serve`: the app, built if need be, on this machine alone. */
export function serveCommand(context: Context): Command {
  return new Command("serve")
    .description("Serve the app on this machine until Ctrl-C; it is built first where it is missing or old.")
    .option("--port <number>", "port on 127.0.0.1; 0 for any free one", PORT)
    .action(async ({ port }: { port: string }) => {
      const number = /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN;
      if (!(number <= 65_535)) throw badOption("--port", port, "a port is a whole number from 0 to 65535.");
      await serveApp(context, number);
    });
}

/** Serves the app and prints its address; returns at Ctrl-C. */
export async function serveApp(context: Context, port = Number(PORT)): Promise<void> {
  await serveSite({
    home: context.home,
    port,
    progress: (text) => context.stderr.write(`Building the app: ${text}\n`),
    ready: (address) => context.stdout.write(`\nThe app: ${address}  (Ctrl-C ends it)\n`),
    stopped: interrupted(),
  });
}
