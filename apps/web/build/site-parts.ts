/** Further files of the site that views load when they are looked at; addresses by name. */
import { mapFiles } from "./map-data.ts";
import type { SiteFiles } from "./site-files.ts";

export async function siteParts(data: string, files: SiteFiles): Promise<Record<string, string>> {
  const map = await mapFiles(data);
  return {
    map: await files.add("map/control.bin", map.control),
    outlines: await files.add("map/outlines.json", map.outlines),
  };
}
