import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { m1 } from "@logjam/model";
import { afterAll, describe, expect, it } from "vitest";
import { bookCommand } from "../commands/book.ts";
import { processContext } from "../context.ts";

const folder = mkdtempSync(join(tmpdir(), "logjam-book-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]): Promise<string> {
  const written: string[] = [];
  const context = {
    ...processContext(),
    cwd: folder,
    stdout: { write: (text: string) => written.push(text) },
    stderr: { write: () => true },
  };
  await bookCommand(context).parseAsync(argv, { from: "user" });
  return written.join("");
}

describe("logjam book", () => {
  it("writes the pages of the models asked for, and says where to begin", async () => {
    expect(await run("--model", "M1", "--out", "pages")).toMatch(/^\n\d+ pages\. Begin at pages\/index\.html\n$/);
    const pages = readdirSync(join(folder, "pages/m1"));
    for (const { name } of m1.quantities) expect(pages).toContain(`${name}.html`);
    expect(readdirSync(join(folder, "pages")).sort()).toEqual(["book.css", "claims.html", "index.html", "m1"]);
    const page = readFileSync(join(folder, "pages/m1/front.area.html"), "utf8");
    expect(page).toContain("200 draws from the priors");
    expect(page).not.toContain(folder);
  }, 30_000);

  it("names the nearest model for one that there is not", async () => {
    await expect(run("--model", "M11")).rejects.toMatchObject({ code: "option/value", place: "--model M11" });
  });

  it("says which claim file it cannot read", async () => {
    await expect(run("--claims", "none.yaml")).rejects.toMatchObject({ code: "claims/file" });
    expect(readdirSync(folder)).toEqual(["pages"]);
  });
});
