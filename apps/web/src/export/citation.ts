/** How a run is cited: the software, and all that decides the numbers. */
import type { Setting, World } from "../contract.ts";
import type { Texts } from "../i18n/text.tsx";
import type { CitationFile } from "./citation-file.ts";

export interface CitationRequest {
  readonly file: CitationFile;
  readonly world: World;
  readonly setting: Setting;
  readonly link: string;
}

/** The short name of all that a run's numbers hang on. */
export const identityOf = ({ world, setting }: Pick<CitationRequest, "world" | "setting">): string =>
  world.dates.find(({ date }) => date === setting.asOf)?.identity[setting.model] ?? world.identity.slice(0, 8);

export const citationLine = (request: CitationRequest, { t, day }: Texts): string => {
  const { file, setting, link } = request;
  return t("exports.citation", {
    authors: file.authors.join(", "),
    year: file.released.slice(0, 4),
    title: file.title,
    version: file.version,
    identity: identityOf(request),
    model: setting.model,
    asOf: day(setting.asOf),
    seed: setting.seed,
    link,
  });
};
