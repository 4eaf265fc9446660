import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Context } from "../context.ts";
import { main } from "../main.ts";

const home = fileURLToPath(new URL("../../../..", import.meta.url)).replace(/\/$/, "");
const cache = mkdtempSync(join(tmpdir(), "logjam-cli-"));

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string; cwd: string }> {
  const written = { out: "", err: "" };
  const cwd = mkdtempSync(join(tmpdir(), "logjam-cli-"));
  const context: Context = {
    stdout: { write: (text: string) => (written.out += text) },
    stderr: { write: (text: string) => (written.err += text) },
    environment: { LOGJAM_CACHE: cache },
    cwd,
    home,
  };
  return { code: await main(argv, context), ...written, cwd };
}

describe("logjam data", () => {
  it("lists, shows and exports", async () => {
    expect((await run("data", "list", "sources")).out).toContain("Open Data Commons");
    expect(
      (await run("data", "show", "general-staff.tank", "--from", "2023-11-27", "--to", "2023-11-27")).out,
    ).toContain("5520");
    const exported = await run("data", "export", "liveuamap.area", "--out", "area.csv");
    expect(readFileSync(join(exported.cwd, "area.csv"), "utf8").split("\n").length).toBeGreaterThan(1000);
  });
  it("traces a number", async () => {
    const { code, out } = await run("data", "trace", "area-weekly", "2023-11-27", "zaporizhzhia");
    expect(code).toBe(0);
    for (const part of ["km2", "deepstate-archive/", "Sources and licences", "OpenStreetMap"])
      expect(out).toContain(part);
  });
  it("checks the committed snapshot", async () =>
    expect(await run("data", "check")).toMatchObject({ code: 0, out: expect.stringContaining("sound") }));
  it("draws SVG and PNG with unit, source and date", async () => {
    const { cwd, code } = await run("data", "plot", "meduza.deaths", "--out", "deaths");
    expect(code).toBe(0);
    const svg = readFileSync(join(cwd, "deaths.svg"), "utf8");
    for (const part of ["persons a week", "Source:", "Data to"]) expect(svg).toContain(part);
    expect(readFileSync(join(cwd, "deaths.png")).subarray(1, 4).toString()).toBe("PNG");
  });
  it("answers SQL as a table, CSV and Parquet", async () => {
    const sql = "SELECT 1 AS one, 'a,b' AS text";
    expect((await run("sql", sql)).out).toBe("one  text\n---  ----\n  1  a,b\n");
    expect((await run("sql", sql, "--format", "csv")).out).toBe('one,text\n1,"a,b"\n');
    const parquet = await run("sql", sql, "--format", "parquet", "--out", "x.parquet");
    expect(readFileSync(join(parquet.cwd, "x.parquet")).subarray(0, 4).toString()).toBe("PAR1");
  });
});

describe("what goes wrong", () => {
  it.each([
    [["data", "trace", "area-weekly", "2023-11-27", "khersn"], /Did you mean kherson/],
    [["data", "trace", "area-weekly", "tomorrow", "kherson"], /query\/unknown/],
    [["data", "show", "general-staff.tanks"], /Did you mean general-staff\.tank/],
    [["data", "plot", "meduza.deaths", "economist.area"], /plot\/series/],
    [["data", "plot", "nothing"], /query\/unknown/],
    [["data", "import", "/nowhere"], /import\/missing/],
    [["data", "build", "--raw", "/nowhere"], /raw\/missing/],
    [["data", "list", "serie"], /Did you mean series/],
    [["data", "check", "--data", "/nowhere"], /findings|file\/missing|snapshot/],
    [["data", "frobnicate"], /unknown command/],
    [["data", "show"], /missing required argument/],
    [["sql", "DROP TABLE sources"], /sql\/refused/],
    [["sql", "SELEC"], /sql\/failed/],
    [["sql", "SELECT 1", "--format", "xlsx"], /query\/unknown/],
    [["sql", "SELECT 1", "--out", "/proc/nowhere/x.csv", "--format", "csv"], /file\/unwritable/],
  ])("%j: one message, exit code 2", async (argv, pattern) => {
    const { code, err } = await run(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(pattern);
    expect(err).not.toMatch(/fault\/unexpected|\n\s+at /);
  });
  it("a broken file to import leaves everything as it was", async () => {
    const folder = mkdtempSync(join(tmpdir(), "logjam-cli-"));
    writeFileSync(join(folder, "data_explorer.csv"), '"country","iso"\n"Norway');
    const { code, err } = await run("data", "import", folder);
    expect(code).toBe(2);
    expect(err).toMatch(/import\/|csv\//);
    expect(existsSync(join(home, "data", "datapackage.json"))).toBe(true);
    expect((await run("data", "check")).code).toBe(0);
  });
});
