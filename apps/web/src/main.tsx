/** Starts the app. Whatever happens, the page says something. */
import { createRoot } from "react-dom/client";
import { bootstrap } from "./bootstrap.tsx";

const element = document.getElementById("app");
if (element !== null)
  bootstrap().then(
    (app) => createRoot(element).render(app),
    (problem: unknown) => {
      const text = document.createElement("p");
      text.className = "failed";
      text.setAttribute("role", "alert");
      text.textContent = `The page could not be started. ${problem instanceof Error ? problem.message : String(problem)} Reload it, or look at the connection.`;
      element.replaceChildren(text);
    },
  );
