import { invalid } from "../../kernel/index.ts";
import { coherentPrices } from "./price/index.ts";
import type { ResourceRow } from "./schema.ts";

type Field = keyof ResourceRow;
type Contradiction = readonly [fields: readonly Field[], detail: string, contradicts: (row: ResourceRow) => boolean];

const longest = { fixed: 720, hour: 720, day: 30, night: 30 };

/** Values that are fine alone and contradict each other. */
const contradictions: readonly Contradiction[] = [
  [["min_party", "max_party"], "min_party must not be more than max_party.", (row) => row.min_party > row.max_party],
  [["max_party", "capacity"], "max_party must not be more than capacity.", (row) => row.max_party > row.capacity],
  [
    ["min_to_run", "capacity"],
    "min_to_run must not be more than capacity.",
    (row) => row.min_to_run !== null && row.min_to_run > row.capacity,
  ],
  [
    ["min_length", "max_length"],
    "min_length must not be more than max_length.",
    (row) => row.length_unit !== "fixed" && row.min_length > row.max_length,
  ],
  [
    ["max_length", "length_unit"],
    "Nothing can be booked for more than 30 days.",
    (row) => row.length_unit !== "fixed" && row.max_length > longest[row.length_unit],
  ],
  [
    ["check_in", "check_out", "length_unit"],
    "Days and nights need check_in and check_out.",
    (row) => dated(row) && (row.check_in === null || row.check_out === null),
  ],
  [
    ["check_out", "check_in", "min_length"],
    "A single day ends after it begins: check_out must be after check_in.",
    (row) => row.length_unit === "day" && row.min_length === 1 && (row.check_out ?? "") <= (row.check_in ?? ""),
  ],
  [
    ["max_length", "buffer_before_minutes", "buffer_after_minutes", "check_in", "check_out", "length_unit"],
    "With its buffers that lasts longer than 32 days.",
    (row) => dated(row) && longestOf(row) > 32 * 1440,
  ],
  [
    ["lead_minutes", "horizon_days"],
    "lead_minutes reaches beyond horizon_days: nothing could be booked.",
    (row) => row.lead_minutes !== null && row.lead_minutes > row.horizon_days * 1440 + 1440,
  ],
  [
    ["private_price", "sharing"],
    "What is private anyway cannot be had alone for more.",
    (row) => row.private_price !== null && row.sharing === "private",
  ],
  [
    ["variants", "length_unit"],
    "Variants differ in their duration: the length has to be fixed.",
    (row) => row.length_unit !== "fixed" && row.variants.some((one) => one.duration_minutes !== null),
  ],
];

const dated = ({ length_unit }: ResourceRow) => length_unit === "day" || length_unit === "night";

/** Minutes that the longest booking by days or nights takes, buffers and a change of clocks included. */
function longestOf({ length_unit, max_length, check_in, check_out, ...row }: ResourceRow): number {
  const days = length_unit === "night" ? max_length : max_length - 1;
  const rest = minutesOf(check_out) - minutesOf(check_in);
  return days * 1440 + rest + 60 + row.buffer_before_minutes + row.buffer_after_minutes;
}

function minutesOf(clock: string | null): number {
  const [hours = 0, minutes = 0] = (clock ?? "").split(":").map(Number);
  return hours * 60 + minutes;
}

/** Refuses rules that contradict each other; the pointer names a field that the caller sent. */
export function coherent(row: ResourceRow, sent: object): void {
  for (const [fields, detail, contradicts] of contradictions) {
    if (contradicts(row)) throw invalid(`/${fields.find((field) => field in sent) ?? fields[0]}`, detail);
  }
  row.also_at.forEach((other, at) => {
    if (other.venue_id === row.venue_id) throw invalid(`/also_at/${at}/venue_id`, "It is at home there already.");
    if (other.capacity !== null && row.stock === "shared" && other.capacity > row.capacity) {
      throw invalid(`/also_at/${at}/capacity`, "There are no more places than that in all.");
    }
  });
  const prices = coherentPrices(row);
  if (prices) throw invalid(prices.pointer, prices.detail);
}
