/** The line under a figure that says where its numbers come from. */
import type { EngineResult, Setting, SiteRecord } from "../contract.ts";
import type { Texts } from "../i18n/text.tsx";

export interface SourceLineRequest {
  readonly setting: Setting;
  readonly result: EngineResult | undefined;
  readonly record: SiteRecord | undefined;
  readonly observedSource?: string | undefined;
}

/** "Source: DeepState; Logjam M2, 1,024 runs, seed 1. Data used to 27 November 2023." */
export function sourceLine({ setting, result, record, observedSource }: SourceLineRequest, texts: Texts): string {
  const { t, day } = texts;
  const members = t("page.members", { count: result?.members ?? 0 });
  const model = t("charts.sourceModel", { model: setting.model, members, seed: setting.seed });
  const source = t("charts.source", { source: observedSource === undefined ? model : `${observedSource}; ${model}` });
  return `${source} ${t("charts.dataTo", { date: day(record?.asOf ?? setting.asOf) })}`;
}
