// What is needed together is one file to fetch.
export { Time } from "../steps/time.tsx";
export { createSteps } from "../steps.ts";
