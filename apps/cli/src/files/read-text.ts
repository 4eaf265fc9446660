import { readFile, stat } from "node:fs/promises";
import { cannotRead } from "../errors.ts";

/** A claim or scenario file is a page or two; anything larger is the wrong file. */
const LARGEST = 1_000_000;

/** A user's text file, strictly as UTF-8. Throws InputError `<kind>/file`. */
export async function readText(kind: string, path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) throw cannotRead(kind, path, `it has ${size} bytes; at most ${LARGEST} are expected`);
    const bytes = await readFile(path);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw cannotRead(kind, path, "it is not UTF-8 text");
    if (error instanceof Error && "errno" in error && "code" in error) throw cannotRead(kind, path, String(error.code));
    throw error;
  }
}
