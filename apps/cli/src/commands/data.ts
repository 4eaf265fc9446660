import { join, resolve } from "node:path";
import {
  buildSnapshot,
  checkSnapshot,
  checkText,
  type Format,
  importPaths,
  importText,
  LISTS,
  type ListKind,
  layOut,
  listData,
  openStore,
  plotData,
  runQuery,
  type Store,
  showSeries,
  trace,
  traceText,
  updateSnapshot,
  updateText,
  writeTogether,
} from "@logjam/evidence";
import { formatNumber, lineChart } from "@logjam/figures";
import { serverDocument, svgToPng } from "@logjam/figures/node";
import { Command } from "commander";
import type { Context } from "../context.ts";

type Flags = Record<string, string | boolean | undefined>;

/** `logjam data …`: the evidence, asked, traced, checked, brought up to date and drawn. */
export function dataCommand(context: Context): Command {
  const data = new Command("data").description(
    "The evidence: list, show, trace, export, import, update, check, plot, build.",
  );
  for (const command of [build, list, show, traceNumber, exportData, importFiles, update, check, plot]) {
    data.addCommand(quiet(command(context), context));
  }
  return data;
}

/** Subcommands report through the context, and throw instead of ending the process. */
const quiet = (command: Command, { stdout, stderr }: Context): Command =>
  command
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) });

/** `logjam sql "SELECT …"`: any question to the evidence as a database, read-only. */
export function sqlCommand(context: Context): Command {
  return withOutput(
    new Command("sql").description("Ask the evidence anything in SQL; nothing can be changed."),
    context,
  )
    .argument("<query>", "one SELECT; logjam data list tables shows the tables")
    .action((query: string, flags: Flags) =>
      withStore(context, flags, async (store) =>
        emit(context, flags, "result", await runQuery(store, query, formatOf(flags))),
      ),
    );
}

const DATA_OPTION = ["--data <folder>", "folder of the evidence snapshot"] as const;
const folderOf = (context: Context, flags: Flags): string =>
  typeof flags["data"] === "string" ? resolve(context.cwd, flags["data"]) : join(context.home, "data");

const withOutput = (command: Command, _context: Context): Command =>
  command
    .option("--format <format>", "table, csv, json or parquet", "table")
    .option("--out <file>", "write to a file instead of the terminal")
    .option(...DATA_OPTION);

const formatOf = (flags: Flags): Format => flags["format"] as Format;

async function withStore(context: Context, flags: Flags, use: (store: Store) => Promise<void>): Promise<void> {
  const cache = join(context.environment["LOGJAM_CACHE"] ?? join(context.home, ".cache"));
  const store = await openStore({ data: folderOf(context, flags), cache });
  try {
    await use(store);
  } finally {
    store.close();
  }
}

/** To the file asked for, whole or not at all; else to the terminal. */
function emit(context: Context, flags: Flags, name: string, content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  if (typeof flags["out"] === "string") {
    const file = resolve(context.cwd, flags["out"]);
    const leaf = file.split(/[/\\]/).at(-1)!;
    writeTogether(resolve(file, ".."), new Map([[leaf, bytes]]), leaf);
    context.stderr.write(`Written: ${flags["out"]}\n`);
  } else if (typeof content === "string") context.stdout.write(content);
  else emit(context, { ...flags, out: `${name}.parquet` }, name, content);
}

const progressTo = (context: Context): ((step: string, done: number, total: number) => void) => {
  let last = "";
  return (step) => {
    if (step !== last) context.stderr.write(`${step} ...\n`);
    last = step;
  };
};

const build = (context: Context): Command =>
  new Command("build")
    .description("Build the snapshot from the sources' raw files.")
    .option("--raw <folder>", "folder of raw files, in any layout")
    .option("--out <folder>", "where the snapshot goes")
    .action(async (flags: Flags) => {
      const raw = resolve(context.cwd, String(flags["raw"] ?? join(context.home, "..", "shared", "data", "raw")));
      const out = resolve(context.cwd, String(flags["out"] ?? join(context.home, "data")));
      const report = await buildSnapshot({ raw, out, onProgress: progressTo(context) });
      for (const { place, text } of report.notes) context.stderr.write(`note: ${place}: ${text}\n`);
      for (const { name, rows, bytes } of report.resources)
        context.stdout.write(`${name}: ${rows} rows, ${bytes} bytes\n`);
      context.stdout.write(`Snapshot of ${report.lastDate} in ${out}\n`);
    });

const list = (context: Context): Command =>
  withOutput(new Command("list").description("What there is."), context)
    .argument("[what]", LISTS.join(", "), "series")
    .action((what: ListKind, flags: Flags) =>
      withStore(context, flags, async (store) =>
        emit(context, flags, "list", await layOut(await listData(store, what), formatOf(flags))),
      ),
    );

const spanned = (command: Command): Command =>
  command.option("--from <date>", "first day").option("--to <date>", "last day");

const span = (flags: Flags): { from?: string; to?: string } => ({
  ...(typeof flags["from"] === "string" ? { from: flags["from"] } : {}),
  ...(typeof flags["to"] === "string" ? { to: flags["to"] } : {}),
});

const show = (context: Context): Command =>
  spanned(withOutput(new Command("show").description("The observations of series."), context))
    .argument("<series...>", "names, or beginnings with a star: general-staff.*")
    .action((series: string[], flags: Flags) =>
      withStore(context, flags, async (store) =>
        emit(
          context,
          flags,
          "series",
          await layOut(await showSeries(store, { series, ...span(flags) }), formatOf(flags)),
        ),
      ),
    );

const exportData = (context: Context): Command =>
  spanned(withOutput(new Command("export").description("Series, or everything, as CSV, JSON or Parquet."), context))
    .argument("[series...]", "names, or beginnings with a star; all when left out")
    .action((series: string[], flags: Flags) =>
      withStore(context, flags, async (store) => {
        const format = flags["format"] === "table" ? "csv" : formatOf(flags);
        const found = await showSeries(store, { series: series.length === 0 ? ["*"] : series, ...span(flags) });
        emit(context, flags, "export", await layOut(found, format));
      }),
    );

const traceNumber = (context: Context): Command =>
  new Command("trace")
    .description("Where a number comes from: rows, transformation, licence, citation.")
    .argument("<table-or-series>", "area-weekly, losses-weekly, aid-monthly, line-weekly, or a series")
    .argument("[keys...]", "what names the number, such as 2023-11-27 zaporizhzhia")
    .option(...DATA_OPTION)
    .action((name: string, keys: string[], flags: Flags) =>
      withStore(context, flags, async (store) => void context.stdout.write(traceText(await trace(store, name, keys)))),
    );

const importFiles = (context: Context): Command =>
  new Command("import")
    .description("Take in newer raw files of any known source: files, folders, zip, gz.")
    .argument("<paths...>")
    .option("--accept-changes", "also where a source that does not revise now has other numbers")
    .option("--dry-run", "say what would change")
    .option(...DATA_OPTION)
    .action(async (paths: string[], flags: Flags) => {
      const report = await importPaths(
        paths.map((path) => resolve(context.cwd, path)),
        {
          data: folderOf(context, flags),
          acceptChanges: flags["acceptChanges"] === true,
          dryRun: flags["dryRun"] === true,
          onProgress: progressTo(context),
        },
      );
      context.stdout.write(importText(report));
    });

const update = (context: Context): Command =>
  new Command("update")
    .description("Fetch what the sources have published since, and take it in.")
    .option("--today <date>", "day up to which maps are asked for (default: the computer's date)")
    .option("--accept-changes", "also where a source that does not revise now has other numbers")
    .option("--dry-run", "fetch, and say what would change")
    .option(...DATA_OPTION)
    .action(async (flags: Flags) => {
      const report = await updateSnapshot({
        data: folderOf(context, flags),
        today: String(flags["today"] ?? new Date().toISOString().slice(0, 10)),
        acceptChanges: flags["acceptChanges"] === true,
        dryRun: flags["dryRun"] === true,
        onProgress: progressTo(context),
      });
      context.stdout.write(updateText(report));
    });

const check = (context: Context): Command =>
  new Command("check")
    .description("Check the snapshot: descriptor, checksums, every cell, the grid against the polygons.")
    .option(...DATA_OPTION)
    .action(async (flags: Flags) => {
      const findings = await checkSnapshot(folderOf(context, flags));
      context.stdout.write(checkText(findings));
      if (findings.length > 0) throw new SnapshotUnsound(findings.length);
    });

class SnapshotUnsound extends Error {
  readonly code = "snapshot/unsound";
  readonly place = "the snapshot";
  readonly reason: string;
  readonly nextStep = "Restore data/ from version control, or rebuild it: logjam data build.";

  constructor(count: number) {
    super(`${count} finding(s)`);
    this.reason = `The check has ${count} finding(s), listed above.`;
  }
}

const plot = (context: Context): Command =>
  spanned(new Command("plot").description("Draw series to SVG and PNG."))
    .argument("<series...>", "up to seven series of one unit")
    .option("--out <file>", "file name; .svg and .png are written", "plot")
    .option("--title <text>", "title of the figure")
    .option("--width <pixels>", "width", "720")
    .option(...DATA_OPTION)
    .action((series: string[], flags: Flags) =>
      withStore(context, flags, async (store) => {
        const found = await plotData(store, { series, ...span(flags) });
        const frame = {
          title: String(flags["title"] ?? found.title),
          unit: found.unit,
          source: found.source,
          dataDate: found.dataDate,
        };
        const canvas = { document: serverDocument(), width: Number(flags["width"]) || 720, padding: 16 };
        const svg = lineChart(
          { series: found.series, annotations: found.annotations, formatY: formatNumber },
          frame,
          canvas,
        );
        const base = resolve(context.cwd, String(flags["out"]).replace(/\.(svg|png)$/, ""));
        const name = base.split(/[/\\]/).at(-1)!;
        const files = new Map<string, Uint8Array>([
          [`${name}.svg`, new TextEncoder().encode(svg)],
          [`${name}.png`, svgToPng(svg)],
        ]);
        writeTogether(resolve(base, ".."), files, `${name}.png`);
        context.stdout.write(`Written: ${name}.svg and ${name}.png\n`);
      }),
    );
