// What is needed together is one file to fetch.
export { readCatalogue } from "../catalogue.ts";
export { Resources } from "../steps/resources.tsx";
