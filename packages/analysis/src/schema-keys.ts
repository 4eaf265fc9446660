import { z } from "zod";

/** The keys that a schema knows at a path, for naming the nearest one to a misspelling. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const reached = path.reduce<z.core.$ZodType[]>((nodes, step) => nodes.flatMap((node) => into(node, step)), [schema]);
  return [
    ...new Set(reached.flatMap(unwrap).flatMap((node) => (node instanceof z.ZodObject ? Object.keys(node.shape) : []))),
  ];
}

/** A schema without its wrappers; a union gives each of its alternatives. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap());
  if (schema instanceof z.ZodLazy) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrap);
  return [schema];
}

function into(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  return unwrap(schema).flatMap((node) => {
    if (node instanceof z.ZodObject) return step in node.shape ? [node.shape[String(step)]!] : [];
    if (node instanceof z.ZodArray) return [node.element];
    if (node instanceof z.ZodRecord) return [node.valueType];
    return [];
  });
}
