import { useEffect, useRef, useState } from "preact/hooks";
import type { Booking } from "../../../../sdk/index.ts";
import { snapped } from "./state.ts";

/** A booking under way to another place of the grid. */
export interface Drag {
  booking: Booking;
  /** Index of the column it is over. */
  column: number;
  /** Of its start, snapped. */
  minutes: number;
  /** Its length. */
  length: number;
}

interface Grip {
  booking: Booking;
  x: number;
  y: number;
  pointer: number;
  /** Minutes between its start and where it was taken hold of. */
  offset: number;
  length: number;
  started: boolean;
}

/** Pixels the pointer moves before a press becomes a drag. */
const threshold = 5;

/** Dragging between columns (`[data-column]`) with a mouse or a pen; fingers scroll. Escape lets go. */
export function useDrag(onDrop: (drag: Drag) => void) {
  const [drag, setDrag] = useState<Drag>();
  const grip = useRef<Grip>(undefined);
  const now = useRef<Drag>(undefined);
  /** The click that ends a drag opens nothing. */
  const dragged = useRef(false);
  now.current = drag;
  const end = () => {
    grip.current = undefined;
    setDrag(undefined);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !now.current) return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, []);

  return {
    drag,
    /** For the scroller around the columns. */
    grid: {
      onPointerMove(event: PointerEvent) {
        const held = grip.current;
        if (!held || held.pointer !== event.pointerId) return;
        if (!held.started && Math.hypot(event.clientX - held.x, event.clientY - held.y) < threshold) return;
        const scroller = event.currentTarget as HTMLElement;
        if (!held.started) scroller.setPointerCapture(event.pointerId);
        held.started = true;
        dragged.current = true;
        const box = scroller.getBoundingClientRect();
        if (event.clientY > box.bottom - 40) scroller.scrollTop += 12;
        else if (event.clientY < box.top + 90) scroller.scrollTop -= 12;
        const columns = [...scroller.querySelectorAll<HTMLElement>("[data-column]")];
        const boxes = columns.map((one) => one.getBoundingClientRect());
        const over = boxes.findIndex(({ left, right }) => event.clientX >= left && event.clientX < right);
        const column = over < 0 ? (now.current?.column ?? 0) : over;
        const at = boxes[column];
        if (!at) return;
        const minutes = snapped(((event.clientY - at.top) / at.height) * 1440 - held.offset);
        setDrag({ booking: held.booking, column, minutes, length: held.length });
      },
      onPointerUp() {
        const dropped = now.current;
        end();
        if (dropped) onDrop(dropped);
        // A click follows a pointer that is released over what it took hold of, and only then.
        setTimeout(() => {
          dragged.current = false;
        });
      },
      onPointerCancel: end,
      onClickCapture(event: MouseEvent) {
        if (!dragged.current) return;
        event.preventDefault();
        event.stopPropagation();
      },
    },
    /** For a booking that can be moved; `from` is where it begins on the day it is drawn on, in minutes. */
    take(event: PointerEvent, booking: Booking, from: number) {
      if (event.button || event.pointerType === "touch") return;
      const column = (event.currentTarget as HTMLElement).closest<HTMLElement>("[data-column]");
      if (!column) return;
      const box = column.getBoundingClientRect();
      grip.current = {
        booking,
        x: event.clientX,
        y: event.clientY,
        pointer: event.pointerId,
        offset: ((event.clientY - box.top) / box.height) * 1440 - from,
        length: (Date.parse(booking.ends_at) - Date.parse(booking.starts_at)) / 60_000,
        started: false,
      };
    },
  };
}
