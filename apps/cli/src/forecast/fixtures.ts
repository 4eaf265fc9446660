/** For tests: the committed snapshot, and a made-up one that goes on where it ends, as after an import of newer files. */
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addDays } from "@logjam/evidence";
import type { StackFamily } from "@logjam/inference";
import type { Context } from "../context.ts";
import { main } from "../main.ts";
import { FAMILIES } from "./families.ts";

export const HOME = fileURLToPath(new URL("../../../..", import.meta.url)).replace(/\/$/, "");

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a folder. */
export async function logjam(cwd: string, ...argv: string[]): Promise<Said> {
  let [out, err] = ["", ""];
  const context: Context = {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    environment: {},
    cwd,
    home: HOME,
  };
  const code = await main(argv, context);
  return { code, out, err };
}

export const temporary = (): string => mkdtempSync(join(tmpdir(), "logjam-forecast-"));

/**
 * A copy of the snapshot with made-up weeks after its last: each sector's area goes on by 3 km² a week, each claimed loss by
 * 1,000 persons or 50 items; deaths end where they ended. The descriptor is brought up to date, as an import does.
 */
export function extendedData(weeks: number): string {
  const folder = temporary();
  cpSync(join(HOME, "data"), folder, {
    recursive: true,
    filter: (path) => !/track-record|forecasts/.test(path),
  });
  extendTable(folder, "area-weekly.csv", weeks, (cells) => ({
    ...cells,
    area_km2: (Number(cells["area_km2"]) + 3).toFixed(2),
  }));
  extendTable(folder, "losses-weekly.csv", weeks, (cells) => ({
    ...cells,
    cumulative: String(Number(cells["cumulative"]) + (cells["category"] === "personnel" ? 1000 : 50)),
  }));
  return folder;
}

type Cells = Readonly<Record<string, string>>;

/** Goes on from the rows of the last date, one week after another. */
function extendTable(folder: string, name: string, weeks: number, next: (cells: Cells) => Cells): void {
  const file = join(folder, name);
  const [header, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  const columns = header!.split(",");
  const rows = lines.map((line): Cells => Object.fromEntries(line.split(",").map((cell, i) => [columns[i]!, cell])));
  const last = rows.reduce((date, row) => (row["date"]! > date ? row["date"]! : date), "");
  let current = rows.filter(({ date }) => date === last);
  for (let week = 0; week < weeks; week++) {
    current = current.map((cells) => ({ ...next(cells), date: addDays(cells["date"]!, 7) }));
    lines.push(...current.map((cells) => columns.map((column) => cells[column]).join(",")));
  }
  const text = `${[header, ...lines].join("\n")}\n`;
  writeFileSync(file, text);
  const descriptor = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
  const resource = descriptor.resources.find(({ path }: { path: string }) => path === name);
  resource.bytes = Buffer.byteLength(text);
  resource.hash = `sha256:${createHash("sha256").update(text).digest("hex")}`;
  writeFileSync(join(folder, "datapackage.json"), JSON.stringify(descriptor));
}

/** The released families, open to every forecaster that speaks of all their targets. */
export const OPEN_FAMILIES: readonly StackFamily[] = FAMILIES.map(({ of: _, ...family }) => family);
