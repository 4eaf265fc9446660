/** The `logjam` command: owns files and processes. Exit code 0 done, 2 something for the user to mend, 1 a fault of ours. */
import { Command, CommanderError } from "commander";
import { type Context, processContext } from "./context.ts";
import { complaintText } from "./errors.ts";

interface Entry {
  readonly description: string;
  readonly load: (context: Context) => Promise<Command>;
}

/** A command's code is read only when it is called: `logjam check` must answer at once. */
const COMMANDS: Readonly<Record<string, Entry>> = {
  ask: {
    description: "Answer the claims of a file: verdicts, probabilities with intervals, a report with pictures.",
    load: async (context) => (await import("./commands/ask.ts")).askCommand(context),
  },
  scenario: {
    description: "Show what a scenario sets, or how two differ.",
    load: async (context) => (await import("./commands/scenario.ts")).scenarioCommand(context),
  },
  check: {
    description: "Check a model: units, names, loops, and on request its laws over draws from the priors.",
    load: async (context) => (await import("./commands/check.ts")).checkCommand(context),
  },
  book: {
    description: "Write the model book: a page for every quantity, with its equation, source, causes and effects.",
    load: async (context) => (await import("./commands/book.ts")).bookCommand(context),
  },
  serve: {
    description: "Serve the app on this machine until Ctrl-C; it is built first where it is missing or old.",
    load: async (context) => (await import("./commands/serve.ts")).serveCommand(context),
  },
  schema: {
    description: "Print the JSON Schema of a kind of file.",
    load: async (context) => (await import("./commands/schema.ts")).schemaCommand(context),
  },
  backtest: {
    description: "Forecast from every past month and score against the naive rules; resumes where it stood.",
    load: async (context) => (await import("./commands/backtest.ts")).backtestCommand(context),
  },
  fit: {
    description: "Fit M1 and M2 to the record as of given dates, and keep the posteriors with the data; resumes.",
    load: async (context) => (await import("./commands/fit.ts")).fitCommand(context),
  },
  forecast: {
    description: "Forecast from any Monday of the data to a file; keep, check and score a ledger of forecasts.",
    load: async (context) => (await import("./commands/forecast.ts")).forecastCommand(context),
  },
  data: {
    description: "List, show, trace, plot, export, import, update, check or build the evidence.",
    load: async (context) => (await import("./commands/data.ts")).dataCommand(context),
  },
  sql: {
    description: "Question the evidence in SQL, read-only.",
    load: async (context) => (await import("./commands/data.ts")).sqlCommand(context),
  },
};

export async function main(argv: readonly string[], context: Context = processContext()): Promise<number> {
  const program = new Command("logjam")
    .description("Makes arguments about the war testable: claims in, verdicts with honest intervals out.")
    .showSuggestionAfterError(true)
    // A subcommand may have an option of the same name as the command above it: each is read where it stands.
    .enablePositionalOptions();
  for (const [name, { description, load }] of Object.entries(COMMANDS))
    program.addCommand(name === argv[0] ? await load(context) : new Command(name).description(description));
  configure(program, context);
  try {
    await program.parseAsync([...argv], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const complaint = complaintText(error);
    context.stderr.write(complaint === undefined ? fault(error) : `\n${complaint}\n`);
    return complaint === undefined ? 1 : 2;
  }
}

/** Every command and subcommand says what it says through the context, and throws instead of ending the process. */
function configure(command: Command, context: Context): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => context.stdout.write(text),
    writeErr: (text) => context.stderr.write(text),
  });
  for (const inner of command.commands) configure(inner, context);
}

const fault = (error: unknown): string =>
  `\nfault/unexpected: this is a mistake of ours, not of yours. Please report it with what follows.\n\n${
    error instanceof Error ? (error.stack ?? error.message) : String(error)
  }\n`;
