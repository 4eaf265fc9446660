/** The parts of the page that are loaded when they are first looked at. Each is one component without properties. */
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { View } from "../contract.ts";

export type LazySection = LazyExoticComponent<ComponentType>;

/** Parts that stand in the place of the answer's charts, beside the levers. */
export const BESIDE_LEVERS: readonly View["section"][] = ["question", "map", "charts", "claims", "why"];

export const MapSection: LazySection = lazy(async () => ({
  default: (await import("../map/map-section.tsx")).MapSection,
}));
export const WhyDrawer: LazySection = lazy(async () => ({
  default: (await import("../why/why-drawer.tsx")).WhyDrawer,
}));
export const TrackRecordPage: LazySection = lazy(async () => ({
  default: (await import("../track-record/track-record-page.tsx")).TrackRecordPage,
}));
export const EvidencePage: LazySection = lazy(async () => ({
  default: (await import("../evidence/evidence-page.tsx")).EvidencePage,
}));
export const EmbedPage: LazySection = lazy(async () => ({
  default: (await import("../embed/embed-page.tsx")).EmbedPage,
}));
export const ExportPanel: LazySection = lazy(async () => ({
  default: (await import("../export/export-panel.tsx")).ExportPanel,
}));
export const ClaimsSection: LazySection = lazy(async () => ({
  default: (await import("../claims/claims-section.tsx")).ClaimsSection,
}));
