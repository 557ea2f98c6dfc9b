import type { Conversation, Message } from "@foyer/sdk";
import { type Engine, ProblemError } from "@foyer/sdk/engine";
import { conversations, messages } from "@foyer/sdk/resources";
import type { Item, Outcome } from "./outbox.ts";

/** What the API answered to a message: the conversation that it opened, or itself. */
export type Heard = { conversation: Conversation } | { message: Message };

/** Not the engine's own retries: the outbox keeps the order, and comes back for as long as it takes. */
const once = { maxRetries: 0, timeout: 15_000 };

/** Sends one message of the outbox; what the API answered goes to `hear`. Never throws. */
export async function deliver(engine: Engine, item: Item, hear: (heard: Heard) => void): Promise<Outcome> {
  const { id, thread, text, contact } = item;
  const files = item.attachments.map((file) => file.media_id);
  const message = { client_msg_id: id, text, ...(files.length > 0 && { attachments: files }) };
  try {
    if (!thread.startsWith("new:")) {
      hear({ message: await messages(engine).create(thread, message, once) });
      return { is: "sent", thread };
    }
    const open = (who: Item["contact"]) =>
      conversations(engine).create({ message, ...(who && { contact: who }) }, once);
    const conversation = await open(contact).catch((error) => {
      // What the page claims to know of the visitor may be no address at all; the message goes without.
      if (contact && error instanceof ProblemError && error.errors.some((one) => one.pointer.startsWith("/contact")))
        return open(undefined);
      throw error;
    });
    hear({ conversation });
    return { is: "sent", thread: conversation.id };
  } catch (error) {
    return outcomeOf(error, thread);
  }
}

function outcomeOf(error: unknown, thread: string): Outcome {
  if (!(error instanceof ProblemError)) return { is: "later" };
  const { status, code, retry_after } = error;
  if (code === "message_conflict") return { is: "conflict" };
  if (status === 404 && !thread.startsWith("new:")) return { is: "gone" };
  const later = status === 408 || status === 409 || status === 429 || status >= 500;
  return later ? { is: "later", wait: (retry_after ?? 0) * 1000 } : { is: "refused" };
}
