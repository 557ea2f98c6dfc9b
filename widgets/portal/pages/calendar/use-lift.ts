import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Booking } from "../../../../sdk/index.ts";
import {
  drawn,
  lengthened,
  movedTo,
  type Point,
  resizedTo,
  type Sheet,
  type Span,
  sameSpan,
  shifted,
  spanOf,
  step,
} from "./gesture.ts";
import { dayNumber } from "./zone.ts";

/** Something under way to another time or place: a booking, its end, or empty time that is marked. */
export interface Lift {
  kind: "move" | "resize" | "draw";
  booking: Booking | undefined;
  span: Span;
  by: "pointer" | "keys";
}

interface Grip {
  kind: Lift["kind"];
  booking: Booking | undefined;
  /** It goes by whole days: a bar, or anything in a month. */
  whole: boolean;
  at: Point;
  x: number;
  y: number;
  pointer: number;
  started: boolean;
}

/** Pixels the pointer moves before a press becomes a drag. */
const threshold = 5;
/** Milliseconds a finger rests on something before it is lifted: a shorter touch scrolls. */
const rest = 350;

/**
 * Dragging over columns (`[data-column]`, in the order of the sheet's) by mouse, pen and resting finger, and by keys:
 * Alt with arrows moves, Alt and Shift with arrows resizes, letting go of Alt drops. Escape lets go.
 */
export function useLift(sheet: Sheet, onDrop: (lift: Lift) => void) {
  const [lift, setLift] = useState<Lift>();
  const grip = useRef<Grip>(undefined);
  const now = useRef<Lift>(undefined);
  const latest = useRef({ sheet, onDrop });
  const scroller = useRef<HTMLElement>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The booking to focus again once it is drawn in its new place. */
  const refocus = useRef<string>(undefined);
  /** The click that ends a drag opens nothing. */
  const dragged = useRef(false);
  latest.current = { sheet, onDrop };

  const put = (next: Lift | undefined) => {
    now.current = next;
    setLift(next);
  };
  const end = () => {
    clearTimeout(resting.current);
    grip.current = undefined;
    put(undefined);
  };
  const drop = () => {
    const dropped = now.current;
    end();
    if (dropped?.by === "keys") refocus.current = dropped.booking?.id;
    if (dropped && !(dropped.booking && sameSpan(dropped.span, spanOf(dropped.booking))))
      latest.current.onDrop(dropped);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!now.current) return;
      if (event.key === "Escape") end();
      else if (event.key === "Enter" && now.current.by === "keys") drop();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key !== "Alt" || now.current?.by !== "keys") return;
      event.preventDefault();
      drop();
    };
    const onTouch = (event: TouchEvent) => {
      if (grip.current?.started) event.preventDefault();
    };
    const box = scroller.current;
    addEventListener("keydown", onKey, true);
    addEventListener("keyup", onKeyUp, true);
    box?.addEventListener("touchmove", onTouch, { passive: false });
    return () => {
      removeEventListener("keydown", onKey, true);
      removeEventListener("keyup", onKeyUp, true);
      box?.removeEventListener("touchmove", onTouch);
    };
  }, []);
  useLayoutEffect(() => {
    if (!refocus.current || lift) return;
    scroller.current?.querySelector<HTMLElement>(`[data-bookings~="${refocus.current}"]`)?.focus();
  });

  const pointAt = (event: PointerEvent): Point | undefined => {
    const columns = [...(scroller.current?.querySelectorAll<HTMLElement>("[data-column]") ?? [])];
    const boxes = columns.map((one) => one.getBoundingClientRect());
    const across = boxes.flatMap(({ left, right }, at) => (event.clientX >= left && event.clientX < right ? [at] : []));
    const over = across.find((at) => event.clientY >= boxes[at]!.top && event.clientY < boxes[at]!.bottom) ?? across[0];
    const box = over === undefined ? undefined : boxes[over];
    if (over === undefined || !box) return undefined;
    const minutes = ((event.clientY - box.top) / box.height) * latest.current.sheet.axis.total;
    return { column: Number(columns[over]?.dataset.column), minutes };
  };

  function spanAt({ kind, booking, whole, at: from }: Grip, at: Point): Span | undefined {
    const { sheet } = latest.current;
    if (!booking) return drawn(from, at, sheet);
    const span = spanOf(booking);
    if (!whole) return kind === "resize" ? resizedTo(span, at, sheet) : movedTo(span, from, at, sheet);
    const [was, is] = [sheet.columns[from.column], sheet.columns[at.column]];
    if (!was || !is) return undefined;
    const days = dayNumber(is.date) - dayNumber(was.date);
    if (kind === "resize") return lengthened(span, { days }, sheet.axis.zone);
    return shifted(span, { days, resource: sheet.resourceOf(is.resource?.id) }, sheet.axis.zone);
  }

  function follow(event: PointerEvent): void {
    const held = grip.current;
    const at = pointAt(event);
    const span = held && at && spanAt(held, at);
    if (held && span) put({ kind: held.kind, booking: held.booking, span, by: "pointer" });
  }

  return {
    lift,
    scroller,
    /** For the scroller around the columns. */
    handlers: {
      onPointerMove(event: PointerEvent) {
        const held = grip.current;
        if (!held || held.pointer !== event.pointerId) return;
        const far = Math.hypot(event.clientX - held.x, event.clientY - held.y) >= threshold;
        if (!held.started && event.pointerType === "touch") {
          if (far) end();
          return;
        }
        if (!held.started && !far) return;
        const box = scroller.current;
        if (!held.started) box?.setPointerCapture(event.pointerId);
        held.started = true;
        dragged.current = true;
        if (box) {
          const { top, bottom } = box.getBoundingClientRect();
          if (event.clientY > bottom - 40) box.scrollTop += 12;
          else if (event.clientY < top + 90) box.scrollTop -= 12;
        }
        follow(event);
      },
      onPointerUp() {
        if (now.current?.by === "pointer") drop();
        else clearTimeout(resting.current);
        grip.current = undefined;
        // A click follows a pointer that is released over what it took hold of, and only then.
        setTimeout(() => {
          dragged.current = false;
        });
      },
      onPointerCancel: end,
      // A finger that rests on a link would get its menu.
      onContextMenu(event: Event) {
        if (grip.current?.started) event.preventDefault();
      },
      onClickCapture(event: MouseEvent) {
        if (!dragged.current) return;
        event.preventDefault();
        event.stopPropagation();
      },
    },
    /** A press on a booking, on its end, or on empty time. */
    take(event: PointerEvent, kind: Lift["kind"], booking?: Booking, whole = false) {
      if (event.button || (event.pointerType === "touch" && kind === "draw")) return;
      const at = pointAt(event);
      if (!at) return;
      const { clientX: x, clientY: y, pointerId: pointer } = event;
      grip.current = { kind, booking, whole, at, x, y, pointer, started: false };
      if (event.pointerType !== "touch") return;
      resting.current = setTimeout(() => {
        if (!grip.current) return;
        grip.current.started = true;
        dragged.current = true;
        follow(event);
      }, rest);
    },
    /** A key on a booking; `column` is where it is drawn. */
    press(
      event: KeyboardEvent,
      booking: Booking,
      column: number,
      may: { move: boolean; resize: boolean },
      whole = false,
    ) {
      const { sheet } = latest.current;
      const rtl = (event.currentTarget as HTMLElement).matches(":dir(rtl)");
      const along = { ArrowUp: -step, ArrowDown: step }[event.key];
      const aside = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1 }[event.key];
      if (!event.altKey || (along === undefined && aside === undefined)) return;
      event.preventDefault();
      event.stopPropagation();
      const kind = event.shiftKey ? "resize" : "move";
      if (!may[kind] || (whole && along !== undefined)) return;
      const span =
        now.current?.by === "keys" && now.current.booking?.id === booking.id ? now.current.span : spanOf(booking);
      const { zone } = sheet.axis;
      const byResource = sheet.columns.some((one) => one.resource);
      const by = { minutes: along ?? 0, days: aside ?? 0 };
      if (kind === "resize") {
        put({ kind, booking, span: lengthened(span, by, zone), by: "keys" });
      } else if (aside !== undefined && byResource) {
        const from = sheet.columns.findIndex(({ resource }) => resource?.id === span.resource_id);
        const resource = sheet.resourceOf(sheet.columns[(from < 0 ? column : from) + aside]?.resource?.id);
        if (resource) put({ kind, booking, span: shifted(span, { resource }, zone), by: "keys" });
      } else put({ kind, booking, span: shifted(span, by, zone), by: "keys" });
    },
    /** Lets go of what keys lifted, when the focus goes elsewhere. */
    leave() {
      if (now.current?.by === "keys") end();
    },
  };
}
