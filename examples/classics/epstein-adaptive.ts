/**
 * 5. Epstein's Adaptive Dynamic Model: a defender trades ground for losses.
 *
 * Lanchester's sides fight to the end at a rate that nature sets. Epstein's sides choose: the attacker presses harder or
 * slackens until his losses are what he will bear (`prosecution`), and the defender withdraws when his are too high
 * (`withdrawal`), which lowers them. Movement is a result of the fighting, and aircraft on both sides add their kills.
 *
 * Source: J. M. Epstein, *The Calculus of Conventional War* (Brookings, 1985), equations A-1 to A-13, with the constants
 * restated in github.com/mdunhem/warfare-calculus-prolog. Reproduced: a reference calculation from those equations, for
 * five dates, to the last printed digit (it has not been compared with the table in Epstein's book). Ours: units.
 *
 * What to learn here: a model whose steps are days and whose equations give next values: auxiliaries that look one step
 * ahead, `assign`, and `over: [side]` for what both sides' aircraft do alike.
 */
import { assign, auxiliary, constant, f, indexSet, model, output, stock } from "@logjam/lang";
import { runModel } from "./support/run-model.ts";
import { printIfStarted } from "./support/script.ts";
import { textTable } from "./support/text-table.ts";

const source = "Epstein (1985), as restated in github.com/mdunhem/warfare-calculus-prolog.";

export const side = indexSet("side", ["attacker", "defender"]);

export const oneDay = constant({
  unit: "day",
  meaning: "The step of the model.",
  value: 1,
  source: "By definition of the step.",
});
export const initialStrength = constant({
  over: [side],
  unit: "point",
  meaning: "Ground strength on day 1, in points of lethality.",
  value: { attacker: 330000, defender: 200000 },
  source,
});
export const initialProsecution = constant({
  unit: "1",
  meaning: "Share of his strength that the attacker is ready to lose on day 1.",
  value: 0.02,
  source,
});
export const fastestWithdrawal = constant({
  unit: "km/day",
  meaning: "The fastest withdrawal that is possible.",
  value: 20,
  source,
});
export const exchangeRatio = constant({
  unit: "1",
  meaning: "Attacker's points lost per defender's point lost.",
  value: 1.5,
  source,
});
export const tolerableLoss = constant({
  over: [side],
  unit: "1",
  meaning: "Share of its strength that a side will bear to lose in a day.",
  value: { attacker: 0.075, defender: 0.05 },
  source,
});
export const divisionPoints = constant({ unit: "point", meaning: "Points of one division.", value: 47490, source });
export const divisionVehicles = constant({
  unit: "vehicle",
  meaning: "Armoured vehicles of one division.",
  value: 1200,
  source,
});
export const initialAircraft = constant({
  over: [side],
  unit: "aircraft",
  meaning: "Aircraft for close support on day 1.",
  value: { attacker: 250, defender: 300 },
  source,
});
export const lossPerSortie = constant({
  over: [side],
  unit: "1",
  meaning: "Chance that an aircraft is lost in a sortie.",
  value: 0.05,
  source,
});
export const sortiesPerDay = constant({
  over: [side],
  unit: "1",
  meaning: "Sorties of one aircraft in a day.",
  value: { attacker: 1, defender: 1.5 },
  source,
});
export const killsPerSortie = constant({
  over: [side],
  unit: "vehicle/aircraft",
  meaning: "Vehicles destroyed in one sortie of one aircraft.",
  value: { attacker: 0.25, defender: 0.5 },
  source,
});

export const strength = stock({
  over: [side],
  unit: "point",
  meaning: "Ground strength in points of lethality.",
  initial: f`${initialStrength}`,
});
export const prosecution = stock({
  unit: "1",
  meaning: "Share of his strength that the attacker is ready to lose today.",
  initial: f`${initialProsecution}`,
});
export const withdrawal = stock({ unit: "km/day", meaning: "How fast the defender withdraws.", initial: 0 });
export const displacement = stock({ unit: "km", meaning: "Ground given up before today.", initial: 0 });
export const aircraft = stock({
  over: [side],
  unit: "aircraft",
  meaning: "Aircraft left for close support.",
  initial: f`${initialAircraft}`,
});

/** the faster the defender goes, the less of the attack reaches him. */
export const groundAttrition = auxiliary({
  unit: "1",
  meaning: "Share of the attacker's strength lost today in ground fighting.",
  formula: f`${prosecution} * (1 - ${withdrawal} / ${fastestWithdrawal})`,
});

/** the bracket is the number of sorties that one aircraft survives to fly, (1-a) + (1-a)^2 + ... */
export const airKills = auxiliary({
  over: [side],
  unit: "point",
  meaning: "Points that this side's aircraft destroy today.",
  formula: f`${divisionPoints} / ${divisionVehicles} * ${aircraft} * ${killsPerSortie}
    * ((1 - pow(1 - ${lossPerSortie}, ${sortiesPerDay} + 1)) / ${lossPerSortie} - 1)`,
});

/** */
export const attackerTomorrow = auxiliary({
  unit: "point",
  meaning: "The attacker's strength tomorrow.",
  formula: f`${strength.at("attacker")} * (1 - ${groundAttrition}) - ${airKills.at("defender")}`,
});
export const defenderTomorrow = auxiliary({
  unit: "point",
  meaning: "The defender's strength tomorrow.",
  formula: f`${strength.at("defender")} - ${groundAttrition} / ${exchangeRatio} * ${strength.at("attacker")}
    - ${airKills.at("attacker")}`,
});

/** */
export const attackerLoss = auxiliary({
  unit: "1",
  meaning: "Share of the attacker's strength lost today, from all causes.",
  formula: f`(${strength.at("attacker")} - ${attackerTomorrow}) / ${strength.at("attacker")}`,
});
export const defenderLoss = auxiliary({
  unit: "1",
  meaning: "Share of the defender's strength lost today, from all causes.",
  formula: f`(${strength.at("defender")} - ${defenderTomorrow}) / ${strength.at("defender")}`,
});

export const attacker = constant({
  over: [side],
  unit: "1",
  meaning: "1 for the attacker, 0 for the defender.",
  value: { attacker: 1, defender: 0 },
  source: "By definition.",
});
export const strengthNext = assign(strength, f`if(${attacker} == 1, ${attackerTomorrow}, ${defenderTomorrow})`);

/** losses below what he will bear make the attacker press harder, losses above make him slacken. */
export const prosecutionNext = assign(
  prosecution,
  f`${prosecution} - (${tolerableLoss.at("attacker")} - ${prosecution}) / ${tolerableLoss.at("attacker")}
    * (${attackerLoss} - ${tolerableLoss.at("attacker")})`,
);

/** losses above what he will bear make the defender withdraw faster; otherwise he stands. */
export const withdrawalNext = assign(
  withdrawal,
  f`if(${defenderLoss} > ${tolerableLoss.at("defender")},
      ${withdrawal} + (${fastestWithdrawal} - ${withdrawal}) / (1 - ${tolerableLoss.at("defender")})
        * (${defenderLoss} - ${tolerableLoss.at("defender")}),
      0)`,
);
export const displacementNext = assign(displacement, f`${displacement} + ${withdrawal} * ${oneDay}`);

/** */
export const aircraftNext = assign(aircraft, f`${aircraft} * pow(1 - ${lossPerSortie}, ${sortiesPerDay})`);

export const strengthLeft = output({ over: [side], unit: "point", meaning: "Ground strength.", formula: strength });
export const withdrawalRate = output({ unit: "km/day", meaning: "Withdrawal today.", formula: withdrawal });
export const groundLost = output({
  unit: "km",
  meaning: "Ground given up by the end of today.",
  formula: f`${displacement} + ${withdrawal} * ${oneDay}`,
});

export const epsteinAdaptive = model(
  "epstein-adaptive",
  {
    constants: {
      ...{ oneDay, initialStrength, initialProsecution, fastestWithdrawal, exchangeRatio, tolerableLoss, attacker },
      ...{ divisionPoints, divisionVehicles, initialAircraft, lossPerSortie, sortiesPerDay, killsPerSortie },
    },
    state: { strength, prosecution, withdrawal, displacement, aircraft },
    day: { groundAttrition, airKills, attackerTomorrow, defenderTomorrow, attackerLoss, defenderLoss },
    next: { strengthNext, prosecutionNext, withdrawalNext, displacementNext, aircraftNext },
    results: { strengthLeft, withdrawalRate, groundLost },
  },
  {
    meaning: "Attack and withdrawal adapt to losses; ground is what a defender pays with.",
    units: { day: "days, one per step", point: "points of ground lethality", aircraft: "aircraft for close support" },
  },
);

/** Thirty days of Epstein's campaign. */
export function table(): string {
  const run = runModel(epsteinAdaptive, { steps: 30 });
  const rows = [1, 2, 5, 10, 20, 30].map((day) => [
    `${day}`,
    Math.round(run.at("results.strengthLeft[attacker]", day - 1)),
    Math.round(run.at("results.strengthLeft[defender]", day - 1)),
    run.at("results.withdrawalRate", day - 1),
    run.at("results.groundLost", day - 1),
  ]);
  return textTable(["day", "attacker", "defender", "withdrawal, km/day", "ground lost, km"], rows, 2);
}

printIfStarted(import.meta.url, table);
