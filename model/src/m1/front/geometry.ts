import { constant, lognormalRange, parameter } from "@logjam/lang";

export const frontage = parameter({
  unit: "km",
  meaning: "Length of the active front.",
  prior: lognormalRange({ low: 900, central: 1_050, high: 1_250 }),
  source: "About 1,000 km (AP, February 2024).",
});

export const crimea = constant({
  unit: "km^2",
  meaning: "Area of Crimea, held by Russia throughout and not simulated.",
  value: 26_847,
  source: "Oblast polygons (OpenStreetMap), clipped; the same area as in the DeepState totals.",
});
