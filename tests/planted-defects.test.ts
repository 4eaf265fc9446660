/** docs/planted-defects.md names tests that are there. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("..", import.meta.url).pathname;

it("every planted defect of the page has its test, and there are at least twenty", () => {
  const rows = readFileSync(`${root}docs/planted-defects.md`, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| defect |"));
  expect(rows.length).toBeGreaterThanOrEqual(20);
  // A row that names no file goes on with the last one named.
  let source = "";
  for (const row of rows) {
    let titles = 0;
    for (const [, file, title] of row.split("|")[3]!.matchAll(/`([^`]+)`|"([^"]+)"/g)) {
      if (file !== undefined) source = readFileSync(`${root}${file}`, "utf8");
      else {
        expect(source, row).toContain(title);
        titles += 1;
      }
    }
    expect(titles, row).toBeGreaterThan(0);
  }
});
