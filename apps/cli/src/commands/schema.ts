import { jsonSchema, type SchemaName, schemaNames, suggestion } from "@logjam/analysis";
import { Command } from "commander";
import type { Context } from "../context.ts";
import { badOption } from "../errors.ts";

/** `logjam schema KIND`: the JSON Schema of claim or scenario files, for editors. */
export function schemaCommand(context: Context): Command {
  return new Command("schema")
    .description(`Print the JSON Schema of a kind of file: ${schemaNames.join(" or ")}.`)
    .argument("<kind>", schemaNames.join(" or "))
    .action((kind: string) => {
      if (!(schemaNames as string[]).includes(kind))
        throw badOption("schema", kind, `there is no schema of that name. ${suggestion(kind, schemaNames)}`);
      context.stdout.write(jsonSchema(kind as SchemaName));
    });
}
