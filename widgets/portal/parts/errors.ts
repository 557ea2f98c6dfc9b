import { ProblemError } from "../../../sdk/index.ts";

/** What is wrong with a form, by JSON Pointer into what it holds: `/add_ons/0/price`. */
export type Errors = Readonly<Record<string, string>>;

/** What is wrong at a place, or with anything inside of it. */
export const errorAt = (errors: Errors, at: string): string | undefined =>
  errors[at] ?? Object.entries(errors).find(([pointer]) => pointer.startsWith(`${at}/`))?.[1];

/** The places that a refusal names. */
export function pointedErrors(error: unknown): Errors {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries(error.errors.map(({ pointer, detail }) => [`/${pointer.replace(/^#?\/?/, "")}`, detail]));
}

/** Every place at which a number field holds what is no number. */
export function wrongNumbers(value: unknown, at = ""): string[] {
  if (typeof value === "number") return Number.isNaN(value) ? [at] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => wrongNumbers(part, `${at}/${name}`));
}
