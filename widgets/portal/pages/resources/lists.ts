/** Values to choose from, as the browser knows them; the one in force is always among them. */
const supported = (kind: "currency" | "timeZone", current: string): string[] => [
  ...new Set([...Intl.supportedValuesOf(kind), ...(kind === "timeZone" ? ["UTC"] : []), ...(current ? [current] : [])]),
];

export const currencies = (current: string): string[] => supported("currency", current);

export const zones = (current: string): string[] => supported("timeZone", current).sort();
