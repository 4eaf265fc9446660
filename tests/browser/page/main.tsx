/** The app's own page over a made-up world, so that its looks can be tested apart from any model's numbers. */
import { createRoot } from "react-dom/client";
import { App } from "../../../apps/web/src/app/app.tsx";
import type { Setting, World } from "../../../apps/web/src/contract.ts";
import { fakeStore } from "./fake-store.ts";

const world = (await (await fetch("./world.json")).json()) as World;
const asked = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const setting: Setting = {
  asOf: "2023-11-27",
  model: "M2",
  scenario: "not-lose",
  levers: {},
  seed: "1",
  horizonWeeks: 104,
  byWeek: 78,
  ...(asked["compare"] === undefined ? {} : { compare: asked["compare"] }),
  view: {
    section: (asked["section"] ?? "question") as Setting["view"]["section"],
    focus: asked["focus"],
    hindsight: asked["hindsight"] === "1",
    embed: false,
  },
};
const root = document.getElementById("app");
if (root !== null) createRoot(root).render(<App store={fakeStore(world, setting)} />);
