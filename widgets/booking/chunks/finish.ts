// What is needed together is one file to fetch.
export { Details } from "../steps/details.tsx";
export { Done } from "../steps/done.tsx";
