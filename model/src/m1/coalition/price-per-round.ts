import { lognormalRange, parameter } from "@logjam/lang";

export const pricePerRound = parameter({
  unit: "EUR/round",
  meaning: "Price of a round of artillery.",
  prior: lognormalRange({ low: 2_000, central: 3_500, high: 6_000 }),
  source: "[J] prices of 155 mm rounds between EUR 2,000 and 8,000 were reported.",
});
