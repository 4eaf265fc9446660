import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { csvToParquet } from "./csv-to-parquet.ts";
import { memoryDatabase, sqlText } from "./parquet.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "logjam-csv-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const columns = { name: "VARCHAR", day: "DATE", place: "INTEGER", value: "DOUBLE" } as const;
const written = (text: string): string => {
  const file = join(folder, "in.csv");
  writeFileSync(file, text);
  return file;
};

it("keeps rows, their order, types and gaps, and the same bytes each time", async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, i) => `it's ${i % 7},2025-01-06,${3000 - i},${i % 10 === 0 ? "" : i / 4}`,
  );
  const csv = written(`name,day,place,value\n${rows.join("\n")}\n`);
  const files = [join(folder, "a.parquet"), join(folder, "b.parquet")];
  for (const file of files) await csvToParquet(csv, file, columns);
  expect(readFileSync(files[0]!).equals(readFileSync(files[1]!))).toBe(true);
  const { connection, close } = await memoryDatabase();
  const query = `SELECT name, CAST(day AS VARCHAR), place, value, typeof(day), typeof(value) FROM read_parquet(${sqlText(files[0]!)})`;
  const found = (await connection.runAndReadAll(query)).getRows();
  close();
  expect(found).toHaveLength(3000);
  expect(found[0]).toEqual(["it's 0", "2025-01-06", 3000, null, "DATE", "DOUBLE"]);
  expect(found[2999]).toEqual(["it's 3", "2025-01-06", 1, 749.75, "DATE", "DOUBLE"]);
});

it("leaves nothing behind where a cell is not what its column says, or the folder is missing", async () => {
  const csv = written("name,day,place,value\na,2025-01-06,many,1\n");
  const file = join(folder, "c.parquet");
  await expect(csvToParquet(csv, file, columns)).rejects.toThrow(/file\/unwritable/);
  expect(existsSync(file)).toBe(false);
  const sound = written("name,day,place,value\na,2025-01-06,1,1\n");
  await expect(csvToParquet(sound, join(folder, "none", "c.parquet"), columns)).rejects.toThrow(/file\/unwritable/);
});
