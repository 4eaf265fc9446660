/** The `logjam` command: owns files and processes. Exit code 0 done, 2 something for the user to mend, 1 a fault of ours. */
import { Command, CommanderError } from "commander";
import { askCommand } from "./commands/ask.ts";
import { dataCommand, sqlCommand } from "./commands/data.ts";
import { schemaCommand } from "./commands/schema.ts";
import { type Context, processContext } from "./context.ts";
import { complaintText } from "./errors.ts";

export async function main(argv: readonly string[], context: Context = processContext()): Promise<number> {
  const program = new Command("logjam")
    .description("Makes arguments about the war testable: claims in, verdicts with honest intervals out.")
    .showSuggestionAfterError(true)
    .addCommand(askCommand(context))
    .addCommand(schemaCommand(context))
    .addCommand(dataCommand(context))
    .addCommand(sqlCommand(context));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    });
  }
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

const fault = (error: unknown): string =>
  `\nfault/unexpected: this is a mistake of ours, not of yours. Please report it with what follows.\n\n${
    error instanceof Error ? (error.stack ?? error.message) : String(error)
  }\n`;
