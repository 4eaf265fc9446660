/** The model book as part of the site: hundreds of plain pages, made anew only when what they say changes. */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeBook } from "@logjam/cli/book";
import { stampOf } from "./bundle-data.ts";
import type { SitePaths } from "./site-config.ts";

/**
 * Puts the book into the site's `book/`. It comes after the list of what is kept for reading without a connection, on
 * purpose: a visitor who never opens it should not fetch nine megabytes.
 */
export async function addBook({ app, home, out }: SitePaths, say: (text: string) => void): Promise<void> {
  const cache = join(app, ".cache/book");
  const stampFile = join(cache, "stamp");
  const stamp = stampOf(home) + stampOf(home, [join(home, "apps/cli/src/book"), join(home, "apps/cli/src/report")]);
  if ((await readFile(stampFile, "utf8").catch(() => "")) !== stamp) {
    say("model book");
    await rm(cache, { recursive: true, force: true });
    await mkdir(cache, { recursive: true });
    await writeBook(
      {
        models: ["M1", "M2"],
        claims: join(home, "claims/path-to-victory.yaml"),
        scenarios: join(home, "scenarios"),
        data: join(home, "data"),
        out: join(cache, "book"),
        cwd: home,
      },
      () => undefined,
    );
    await writeFile(stampFile, stamp);
  }
  await cp(join(cache, "book"), join(out, "book"), { recursive: true });
}
