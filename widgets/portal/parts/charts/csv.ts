/** What a spreadsheet would compute rather than show. */
const formula = /^[=+\-@\t\r]/;

/** One cell, RFC 4180. Text that begins like a formula is kept from being one; numbers are left as they are. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as a CSV file, RFC 4180. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
