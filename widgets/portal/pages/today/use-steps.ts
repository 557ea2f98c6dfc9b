import { useEffect, useRef, useState } from "preact/hooks";
import type { TodayBooking } from "../../../../sdk/index.ts";
import { useI18n } from "../../../kit/index.ts";
import { explain } from "../../data/explain.ts";
import { outdated } from "../../data/outdated.ts";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { guest } from "../bookings/state.ts";
import type { Status } from "./state.ts";
import { en } from "./strings.ts";

/** Milliseconds in which a press can be taken back: the API knows no way back from a status. */
const grace = 7000;

interface Step {
  booking: TodayBooking;
  status: Status;
  timer: ReturnType<typeof setTimeout>;
  undo(): void;
}

/**
 * What was pressed: seen at once, told to the API when it can no longer be taken back, or when the page is left. It
 * stays in force until the board has come anew.
 */
export function useSteps(reload: () => void) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, toasts, cache } = usePortal();
  const [said, setSaid] = useState<ReadonlyMap<string, Status>>(new Map());
  const waiting = useRef(new Map<string, Step>());
  const forget = (id: string) =>
    setSaid((before) => {
      const next = new Map(before);
      next.delete(id);
      return next;
    });

  async function send(step: Step): Promise<void> {
    const { booking, status, timer, undo } = step;
    clearTimeout(timer);
    waiting.current.delete(booking.id);
    const toast = toasts.get().toasts.find((one) => one.undo === undo);
    if (toast) toasts.dismiss(toast.id);
    try {
      await foyer.bookings.set_status(booking.id, { status, version: booking.version });
      cache.hear({ type: "booking.status_changed" });
    } catch (error) {
      forget(booking.id);
      const text = outdated(error) ? t("outdated", { guest: guest(booking) }) : explain(error).sentence;
      toasts.show(text, { milliseconds: 8000 });
      reload();
    }
  }
  const flush = useRef(() => {});
  flush.current = () => {
    for (const step of [...waiting.current.values()]) void send(step);
  };
  useEffect(() => {
    const leave = () => flush.current();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  return {
    said,
    /** The board came anew: what was told is in it. */
    settle: () =>
      setSaid((before) => {
        const left = [...before].filter(([id]) => waiting.current.has(id));
        return left.length === before.size ? before : new Map(left);
      }),
    say(booking: TodayBooking, status: Status): void {
      const earlier = waiting.current.get(booking.id);
      if (earlier) clearTimeout(earlier.timer);
      const undo = () => {
        clearTimeout(step.timer);
        waiting.current.delete(booking.id);
        forget(booking.id);
      };
      const step: Step = { booking, status, undo, timer: setTimeout(() => void send(step), grace) };
      waiting.current.set(booking.id, step);
      setSaid((before) => new Map(before).set(booking.id, status));
      toasts.show(t("did", { guest: guest(booking), status: words.t(`status.${status}`) }), {
        undo,
        milliseconds: grace + 1000,
      });
    },
  };
}
