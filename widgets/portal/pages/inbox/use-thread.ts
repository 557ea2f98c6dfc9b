import { useEffect, useRef, useState } from "preact/hooks";
import type { Conversation, Message } from "../../../../sdk/index.ts";
import { usePortal } from "../../portal.ts";
import { lastOfCustomer } from "./state.ts";

/** Moves the read mark while the thread is really looked at. */
export function useReading(id: string, row: Conversation | undefined, messages: readonly Message[] | undefined) {
  const { foyer, can } = usePortal();
  const said = useRef(0);
  const newest = lastOfCustomer(messages ?? []);
  useEffect(() => {
    if (!row || !can("conversations:write")) return;
    const read = () => {
      if (document.visibilityState !== "visible" || newest <= Math.max(row.staff_read_seq, said.current)) return;
      said.current = newest;
      foyer.conversations.read(id, { seq: newest }).catch(() => {
        said.current = 0;
      });
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [id, row, newest]);
}

/** The name of the visitor who writes right now. */
export function useTyping(id: string): string | undefined {
  const { onTyping, onEvent } = usePortal();
  const [name, setName] = useState<string>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopTyping = onTyping((typing) => {
      if (typing.conversation_id !== id || typing.sender_kind !== "customer") return;
      setName(typing.name ?? undefined);
      clearTimeout(timer);
      timer = setTimeout(setName, 5000, undefined);
    });
    const stopEvents = onEvent((event) => {
      if (event.type === "message.created" && event.data.conversation_id === id) setName(undefined);
    });
    return () => {
      clearTimeout(timer);
      stopTyping();
      stopEvents();
    };
  }, [id]);
  return name;
}
