/** The site's data files: each is named by its content, so that a page can never meet another version's. */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export class SiteFiles {
  readonly #folder: string;
  /** Site-relative addresses of all files, in order of writing. */
  readonly written: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a file below `data/` and returns its address; `a/b.json` becomes `data/a/b.0123abcd.json`. */
  async add(name: string, content: string | Uint8Array): Promise<string> {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
    const address = `data/${name.replace(/(\.\w+)$/, `.${hash}$1`)}`;
    const path = join(this.#folder, address);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    this.written.push(address);
    return address;
  }
}
