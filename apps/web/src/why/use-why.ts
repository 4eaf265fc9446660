import { useCallback } from "react";
import type { ModelName, World } from "../contract.ts";
import type { EvidenceIndex, EvidenceRows } from "../evidence/evidence-files.ts";
import { loadPart } from "../map/load-part.ts";
import { type Loaded, useLoaded } from "../map/use-loaded.ts";
import { indexWhy, type WhyIndex, type WhyModel } from "./why-model.ts";

export interface WhyFiles {
  readonly index: WhyIndex;
  readonly rows: EvidenceRows;
  readonly evidence: EvidenceIndex;
}

/** A model's quantities and the evidence behind them, fetched when first asked for. */
export function useWhy(parts: World["parts"], model: ModelName): Loaded<WhyFiles> {
  const load = useCallback(async () => {
    const json = async <T>(name: string) => (await (await loadPart(document.baseURI, parts, name)).json()) as T;
    const [quantities, rows, evidence] = await Promise.all([
      json<WhyModel>(`quantities-${model}`),
      json<EvidenceRows>("rows"),
      json<EvidenceIndex>("evidence"),
    ]);
    return { index: indexWhy(quantities), rows, evidence };
  }, [parts, model]);
  return useLoaded(load);
}
