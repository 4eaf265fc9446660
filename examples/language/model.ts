import {
  balance,
  constant,
  delay,
  f,
  flow,
  indexSet,
  lever,
  lognormal,
  lognormalNoise,
  mapping,
  model,
  nonNegative,
  outcome,
  output,
  parameter,
  risingIn,
  stock,
} from "@logjam/lang";

// Index sets align by name; a mapping re-indexes.
const side = indexSet("side", ["blue", "red"]);
const opponent = mapping("opponent", side, { blue: "red", red: "blue" });
const source = "Invented for this example.";

// What is known, what is uncertain, what may be decided.
const initialTroops = constant({
  over: [side],
  unit: "person",
  meaning: "Soldiers at the front in the first week.",
  value: { blue: 80_000, red: 100_000 },
  source,
});
const lethality = parameter({
  over: [side],
  unit: "1/week",
  meaning: "Opposing soldiers that one soldier puts out of action in a week.",
  prior: { blue: lognormal({ median: 0.012, p95: 0.02 }), red: lognormal({ median: 0.01, p95: 0.02 }) },
  source,
});
const trainingTime = parameter({
  unit: "week",
  meaning: "Mean time from recruitment to the front.",
  prior: lognormal({ median: 12, p95: 20 }),
  source,
});
const recruits = lever({
  over: [side],
  unit: "person/week",
  meaning: "Recruits taken in.",
  range: [0, 5000],
  default: { blue: 900, red: 1100 },
  source,
});

// Chance: named streams, so that a new draw disturbs no other.
const weatherSpread = constant({ unit: "1", meaning: "Spread of the weather.", value: 0.3, source });
const weather = lognormalNoise({ stream: "weather", sd: weatherSpread, meaning: "Weather's effect on losses." });

// State, flows, and where they meet.
const troops = stock({ over: [side], unit: "person", meaning: "Soldiers at the front.", initial: initialTroops });
const losses = flow({
  over: [side],
  unit: "person/week",
  meaning: "Soldiers put out of action.",
  formula: f`min(${troops} / timeStep, ${troops.of(opponent)} * ${lethality.of(opponent)} * ${weather})`,
  laws: [nonNegative, risingIn(lethality)],
});
const trained = delay({ input: recruits, mean: trainingTime, order: 3, meaning: "Recruits who reach the front." });
const troopsChange = balance(troops, f`${trained} - ${losses}`);

// What a run records, and what it is asked.
const strength = output({ over: [side], unit: "person", meaning: "Soldiers at the front.", formula: troops });
const lost = output({
  over: [side],
  unit: "person",
  meaning: "Lost in the last 13 weeks.",
  formula: f`rollingSum(${losses}, 13 week)`,
});
const blueHolds = outcome({
  title: "Blue holds",
  meaning: "Blue is never outnumbered by more than two to one for 4 weeks running.",
  formula: f`not ever(forWeeks(${troops.at("red")} > 2 * ${troops.at("blue")}, 4 week))`,
  favours: "blue",
});

/** Two armies that wear each other down. */
export const attrition = model("attrition", {
  war: {
    initialTroops,
    lethality,
    trainingTime,
    recruits,
    weatherSpread,
    weather,
    troops,
    losses,
    trained,
    troopsChange,
  },
  results: { strength, lost, blueHolds },
});
