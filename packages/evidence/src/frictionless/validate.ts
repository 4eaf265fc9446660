import { z } from "zod";
import schema from "./data-package-2.0.json" with { type: "json" };

/** What is wrong with a data package's descriptor, as "where: what"; empty when it is valid. */
export function descriptorFaults(descriptor: unknown): string[] {
  const result = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(descriptor);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => `${path.join(".") || "descriptor"}: ${message}`);
}
