import type { Conversation, WhoInput, WidgetConfiguration } from "@foyer/sdk";
import type { LiveStatus } from "@foyer/sdk/engine";
import { randomKey } from "../kit/key.ts";
import type { Item } from "./outbox.ts";
import type { Thread } from "./state.ts";

/** What did not arrive, with what to quote to support. */
export interface Failure {
  requestId: string | undefined;
}

export interface ChatValue {
  /** The thread that is shown: a conversation's id, `new:…`, or none. */
  key: string | undefined;
  config: WidgetConfiguration | undefined;
  list: readonly Conversation[] | undefined;
  threads: Readonly<Record<string, Thread>>;
  /** What could not be fetched, by conversation; under `home` the configuration or the list. */
  failures: Readonly<Record<string, Failure>>;
  /** Written and not in a thread yet. */
  pending: readonly Item[];
  /** Sending came to nothing for now. */
  stuck: boolean;
  link: LiveStatus | undefined;
  /** Nobody of the team is here; undefined until known. */
  away: boolean | undefined;
  typing: { id: string; name: string } | undefined;
  /** Who the visitor said it is, before there is a conversation to say it in. */
  who: WhoInput;
  /** The question for an address was answered or put aside. */
  asked: boolean;
  /** The address that was left just now. */
  thanked: string | undefined;
}

/** Of a thread that its first message is still to open. */
export const newKey = () => `new:${randomKey()}`;

/** Milliseconds before the next try. Full jitter: many come back at once when a server does. */
export const pause = (failures: number) => Math.random() * Math.min(500 * 2 ** failures, 30_000);
