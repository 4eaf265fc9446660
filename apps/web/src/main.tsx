/** Starts the app: loads the world, then draws the page. */
import { createRoot } from "react-dom/client";
import { Bootstrap } from "./bootstrap.tsx";

const element = document.getElementById("app");
if (element !== null) createRoot(element).render(<Bootstrap />);
