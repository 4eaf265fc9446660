import { flagship } from "./flagship.ts";

const say = (id: string, text: string): void => {
  const element = document.createElement("pre");
  element.id = id;
  element.textContent = text;
  document.body.append(element);
};
flagship().then(
  (found) => {
    say("report", JSON.stringify(found));
    // A browser without a driver tells what it found to the server that it came from.
    void fetch("report", { method: "POST", body: JSON.stringify(found) });
  },
  (problem) => say("problem", String(problem)),
);
