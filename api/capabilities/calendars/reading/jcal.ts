import ICAL from "ical.js";
import { tellingLines } from "./lines.ts";

/** jCal (RFC 7265), as the parser answers it. */
export type Property = [
  name: string,
  parameters: Record<string, string | string[]>,
  type: string,
  ...values: unknown[],
];
export type Component = [name: string, properties: Property[], components: Component[]];

/** The calendars of a file. RangeError for what is none. */
export function parseCalendars(text: string): Component[] {
  let parsed: unknown;
  try {
    parsed = ICAL.parse(tellingLines(text));
  } catch {
    throw new RangeError("It is not a calendar that can be read.");
  }
  // Several calendars in one file come as a list of them.
  const found = (typeof (parsed as Component)[0] === "string" ? [parsed] : parsed) as Component[];
  const calendars = found.filter(([name]) => name === "vcalendar");
  if (calendars.length === 0) throw new RangeError("There is no calendar in it.");
  return calendars;
}

export const all = ([, properties]: Component, name: string): Property[] =>
  properties.filter((property) => property[0] === name);

export const first = (component: Component, name: string): Property | undefined => all(component, name)[0];

/** A property's first value as text; empty where there is none. */
export function textOf(component: Component, name: string): string {
  const value = first(component, name)?.[3];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function parameter([, parameters]: Property, name: string): string | undefined {
  const value = parameters[name];
  return Array.isArray(value) ? value[0] : value;
}
