/**
 * Texts that come with the world (scenarios, outcomes, levers, series, claims, parameters) in the page's language: the
 * file's own in English, the catalogue's in Ukrainian. What has no translation keeps its English text.
 */
import type { FanInfo, LeverInfo, OutcomeInfo, ScenarioInfo } from "../contract.ts";
import type { Locale } from "./message.ts";
import type { ClaimTexts } from "./uk/world/claims.ts";
import { ukWorld } from "./uk/world/index.ts";

export interface WorldTexts {
  readonly scenario: (one: Pick<ScenarioInfo, "id" | "title" | "meaning">) => { title: string; meaning: string };
  readonly outcome: (one: Pick<OutcomeInfo, "id" | "title" | "definition">) => { title: string; definition: string };
  readonly lever: (one: LeverInfo) => { title: string; meaning: string; source: string };
  /** What a lever does at best, in words; undefined where the model has no one number for it. */
  readonly effect: (one: LeverInfo) => string | undefined;
  readonly fan: (one: Pick<FanInfo, "id" | "title" | "unit">) => { title: string; unit: string };
  readonly parameter: (name: string, meaning: string) => string;
  readonly claim: (id: string) => ClaimTexts | undefined;
}

const english: WorldTexts = {
  scenario: (one) => one,
  outcome: (one) => one,
  lever: (one) => one,
  fan: (one) => one,
  parameter: (_, meaning) => meaning,
  effect: (one) => one.effect?.meaning,
  claim: () => undefined,
};

const ukrainian: WorldTexts = {
  scenario: (one) => ukWorld.scenarios[one.id] ?? one,
  outcome: (one) => ukWorld.outcomes[one.id] ?? one,
  lever: (one) => {
    const texts = ukWorld.levers[one.quantity] ?? one;
    const element = ukWorld.recipeElements[one.elements[1] ?? ""];
    return { ...texts, title: element?.title ?? texts.title };
  },
  effect: (one) => one.effect && (ukWorld.recipeElements[one.elements[1] ?? ""]?.effect ?? one.effect.meaning),
  fan: (one) => ukWorld.fans[one.id] ?? one,
  parameter: (name, meaning) => ukWorld.parameters[name.split("[")[0] ?? name] ?? meaning,
  claim: (id) => ukWorld.claims[id],
};

export const worldTexts = (locale: Locale): WorldTexts => (locale === "uk" ? ukrainian : english);
