import { Command } from "commander";
import { backtestCommand } from "./commands/backtest.ts";
import { processContext } from "./context.ts";

await new Command("x")
  .addCommand(backtestCommand(processContext()))
  .parseAsync(["backtest", ...process.argv.slice(2)], { from: "user" });
