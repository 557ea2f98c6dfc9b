import { type Context, decideAgain, field, notFound, Problem, z } from "../../kernel/index.ts";
import { cancel } from "./changes.ts";
import { releaseAll } from "./departure.ts";
import { become } from "./lifecycle.ts";
import { remind } from "./reminders.ts";
import { bookingStatus } from "./schema.ts";
import { rowsOf } from "./service.ts";
import type { ShownRow } from "./shown.ts";

const actions = ["confirm", "start", "complete", "no_show", "cancel", "remind"] as const;

export const BatchInput = z
  .strictObject({
    ids: z
      .array(field.id("bkg"))
      .min(1)
      .max(100)
      .refine((ids) => new Set(ids).size === ids.length, "Each booking once.")
      .openapi({ description: "At most 100 bookings, each once." }),
    action: z.enum(actions),
    reason: field.text(500).optional().openapi({ description: "Why they are cancelled." }),
  })
  .openapi("BookingBatchInput");

export const Batch = z
  .object({
    results: z
      .array(
        z.object({
          id: z.string(),
          ok: z.boolean(),
          status: bookingStatus
            .nullable()
            .openapi({ description: "What it has now; `null` where there is no such booking." }),
          problem: z
            .object({ code: z.string(), detail: z.string() })
            .nullable()
            .openapi({ description: "Why it stayed as it is." }),
        }),
      )
      .openapi({ description: "In the order of `ids`." }),
  })
  .openapi("BookingBatch");

type Input = z.output<typeof BatchInput>;
type Result = z.output<typeof Batch>["results"][number];

/**
 * Does the same to many bookings in one batch. What cannot be done to one of them is an outcome and keeps nothing from
 * the others; when somebody else was faster with any of them, all are decided again.
 */
export async function batch(ctx: Context, { ids, action, reason }: Input): Promise<z.output<typeof Batch>> {
  const rows = new Map((await rowsOf(ctx, ids)).map((row) => [row.id, row]));
  const leaving: ShownRow[] = [];
  const leave = (_: Context, row: ShownRow) => leaving.push(row);
  const act: Record<Input["action"], (row: ShownRow) => Promise<Pick<ShownRow, "status">>> = {
    confirm: (row) => become(ctx, row, "confirmed"),
    start: (row) => become(ctx, row, "in_progress"),
    complete: (row) => become(ctx, row, "completed"),
    no_show: (row) => become(ctx, row, "no_show", {}, undefined, leave),
    cancel: (row) => cancel(ctx, row, { reason }, leave),
    remind: (row) => remind(ctx, row, decideAgain),
  };
  const results: Result[] = [];
  for (const id of ids) {
    const row = rows.get(id);
    results.push(row ? await outcome(row, act[action]) : { id, ok: false, status: null, problem: told(notFound()) });
  }
  await releaseAll(ctx, leaving);
  const outcomes = results.map(({ id, problem }) => [id, problem?.code ?? "done"]);
  ctx.note({ action, bookings: Object.fromEntries(outcomes) });
  return { results };
}

/** What cannot be is refused before anything of it is staged. */
async function outcome(row: ShownRow, act: (row: ShownRow) => Promise<Pick<ShownRow, "status">>): Promise<Result> {
  try {
    const { status } = await act(row);
    return { id: row.id, ok: true, status, problem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { id: row.id, ok: false, status: row.status, problem: told(error) };
  }
}

const told = ({ kind, message }: Problem) => ({ code: kind.code, detail: message });
