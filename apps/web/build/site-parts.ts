/** Further files of the site that views load when they are looked at; addresses by name. */
import { join } from "node:path";
import { m1, m2 } from "@logjam/model";
import { citationData } from "./citation-data.ts";
import { evidenceData } from "./evidence-data.ts";
import { mapFiles } from "./map-data.ts";
import { whyModel } from "./quantities-data.ts";
import type { SiteFiles } from "./site-files.ts";
import { trackRecordData } from "./track-record-data.ts";

export async function siteParts(data: string, files: SiteFiles): Promise<Record<string, string>> {
  const map = await mapFiles(data);
  const evidence = await evidenceData(data);
  const json = (name: string, value: unknown) => files.add(name, JSON.stringify(value));
  return {
    map: await files.add("map/control.bin", map.control),
    outlines: await files.add("map/outlines.json", map.outlines),
    "quantities-M1": await json("why/quantities-M1.json", whyModel(m1)),
    "quantities-M2": await json("why/quantities-M2.json", whyModel(m2)),
    evidence: await json("evidence/evidence.json", evidence.index),
    rows: await json("evidence/rows.json", evidence.rows),
    "track-record": await json("track-record/track-record.json", trackRecordData(data)),
    citation: await json("citation.json", citationData(join(data, ".."))),
  };
}
