import { z } from "zod";
import { claimsSchema } from "./claims.ts";
import { scenarioSchema } from "./scenario.ts";

const SCHEMAS = { claims: claimsSchema, scenario: scenarioSchema } as const;
export type SchemaName = keyof typeof SCHEMAS;
export const schemaNames = Object.keys(SCHEMAS) as SchemaName[];

/** JSON Schema (draft 2020-12) of a kind of file, as formatted text: what docs/schema/ holds. */
export function jsonSchema(name: SchemaName): string {
  const schema = z.toJSONSchema(SCHEMAS[name], { io: "input", target: "draft-2020-12" });
  return `${JSON.stringify({ title: `Logjam ${name} file`, ...schema }, null, 2)}\n`;
}
