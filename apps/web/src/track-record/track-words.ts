/** Names of forecasters and targets as the page says them. */
import type { TextKey } from "../i18n/catalogue.ts";
import type { Texts } from "../i18n/text.tsx";

const FORECASTERS: Readonly<Record<string, TextKey>> = {
  released: "track.who.released",
  stack: "track.who.stack",
  m2: "track.who.m2",
  m1: "track.who.m1",
  m0: "track.who.m0",
  "no-change": "track.who.no-change",
  "drift-4": "track.who.drift-4",
  "drift-13": "track.who.drift-13",
  "drift-26": "track.who.drift-26",
  "ar-1": "track.who.ar-1",
  "drift-4-centred": "track.who.drift-4-centred",
  "drift-13-centred": "track.who.drift-13-centred",
  "drift-26-centred": "track.who.drift-26-centred",
  "local-rate": "track.who.local-rate",
};
const TARGETS: Readonly<Record<string, TextKey>> = {
  "area-total": "track.what.area-total",
  "area-by-sector": "track.what.area-by-sector",
  personnel: "track.what.personnel",
  deaths: "track.what.deaths",
  tank: "track.what.tank",
  artillery: "track.what.artillery",
};

/** A forecaster that the catalogues do not know goes by its id. */
export const forecasterWords = (id: string, { t }: Pick<Texts, "t">): string => {
  const key = FORECASTERS[id];
  return key === undefined ? id : t(key);
};

export const targetWords = (id: string, { t }: Pick<Texts, "t">): string => {
  const key = TARGETS[id];
  if (key !== undefined) return t(key);
  const [, sector] = /^area\/(.+)$/.exec(id) ?? [];
  return sector === undefined ? id : t(`map.sector.${sector}` as TextKey);
};
