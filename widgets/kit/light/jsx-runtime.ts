export { Fragment, jsx, jsx as jsxs } from "./index.ts";
