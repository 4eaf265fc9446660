/**
 * The base units, one reviewed line each. Counted things are units of their own: mixing rounds with people is the
 * commonest slip. A model may add more: `model(name, modules, { units: { gun: "artillery pieces" } })`.
 */
export const BASE_UNITS: Readonly<Record<string, string>> = {
  person: "soldiers, or people where the meaning says so",
  round: "artillery rounds, 152/155 mm equivalent",
  vehicle: "armoured vehicles of all classes, unless the meaning says which",
  gun: "artillery pieces: tubes and launchers",
  drone: "uncrewed aircraft, most of them expendable",
  bomb: "glide bombs",
  km: "kilometres",
  EUR: "euros, at the prices that the source states",
  week: "weeks: the unit of time inside every model",
};

export type UnitTable = Readonly<Record<string, string>>;
