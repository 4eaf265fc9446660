import { errors } from "../errors.ts";

/** JSON with a complaint that names line and column. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = (cause as Error).message;
    const found = /position (\d+)/.exec(message);
    const at = found === null ? text.length : Number(found[1]);
    const before = text.slice(0, at);
    const line = before.split("\n").length;
    const column = at - before.lastIndexOf("\n");
    const reason = message.replace(/\s*\(line.*$/s, "").replace(/ in JSON at position \d+/, "");
    throw errors.jsonBroken(`${file}:${line}:${column}`, reason.slice(0, 120));
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a value is, for complaints. */
export const describe = (value: unknown): string =>
  value === undefined ? "nothing" : (JSON.stringify(value)?.slice(0, 80) ?? typeof value);
