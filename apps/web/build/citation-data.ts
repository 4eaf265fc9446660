/** What a citation says, from CITATION.cff. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { CitationFile } from "../src/export/citation-file.ts";

export function citationData(home: string): CitationFile {
  const found = parse(readFileSync(join(home, "CITATION.cff"), "utf8")) as {
    title: string;
    version: string;
    license: string;
    "date-released": string;
    authors: readonly { readonly name: string }[];
  };
  return {
    title: found.title,
    version: String(found.version),
    licence: found.license,
    released: String(found["date-released"]),
    authors: found.authors.map(({ name }) => name),
  };
}
