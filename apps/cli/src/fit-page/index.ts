export { type FitPage, type FitPageRequest, type FittedStudy, fitPage } from "./fit-page.ts";
