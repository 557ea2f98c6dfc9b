// What is needed together is one file to fetch.
export { Done } from "../parts/done.tsx";
export { Form } from "../parts/form.tsx";
export { createWork } from "../work.ts";
