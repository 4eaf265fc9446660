import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";
import type { Cell } from "./store.ts";

/** TINYINT to UBIGINT, HUGEINT, FLOAT, DOUBLE, DECIMAL(…). */
const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/;

/** A database value as text, number, truth value or null. Whole numbers beyond 2^53 stay text, so that no digit is lost. */
export function plainValue(value: DuckDBValue, type: DuckDBType): Cell {
  if (value === null) return null;
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  const text = String(value);
  if (!NUMERIC.test(type.toString())) return text;
  const number = Number(text);
  return typeof value === "bigint" && !Number.isSafeInteger(number) ? text : number;
}
