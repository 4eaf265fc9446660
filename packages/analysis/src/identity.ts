/** Identities: SHA-256 of canonical JSON, so that the same question on the same data has the same name everywhere. */
import { canonicalJson, sha256 } from "@logjam/kernel";

export const identityOf = (value: unknown): Promise<string> => sha256(canonicalJson(value));

/** Numbers to six significant digits, all the way down: enough for any figure, and the files stay small. */
export function rounded<T>(value: T): T {
  if (typeof value === "number") return (Number.isFinite(value) ? Number(value.toPrecision(6)) : value) as T;
  if (Array.isArray(value)) return value.map(rounded) as T;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, rounded(v)])) as T;
  return value;
}
