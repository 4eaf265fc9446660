import { flagship } from "./flagship.ts";

const say = (id: string, text: string): void => {
  const element = document.createElement("pre");
  element.id = id;
  element.textContent = text;
  document.body.append(element);
};
flagship().then(
  (found) => say("report", JSON.stringify(found)),
  (problem) => say("problem", String(problem)),
);
