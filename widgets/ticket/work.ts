import type { Ticket, TicketInput } from "@foyer/sdk";
import { ProblemError } from "@foyer/sdk/engine";
import { tickets, widget } from "@foyer/sdk/resources";
import { type VisitorSession, visitorSession } from "../kit/session.ts";
import type { Store } from "../kit/store.ts";
import { blank, draftName } from "./draft.ts";
import type { TicketHost } from "./element.tsx";
import { refusedFields, toInput } from "./input.ts";
import { type Attempt, createOutgoing, type Outgoing } from "./outgoing.ts";
import type { DeskState } from "./state.ts";
import { createUploads, type Uploads } from "./uploads.ts";

/** All that an element asks of the API for its form. */
export interface Work {
  readonly session: VisitorSession;
  readonly outgoing: Outgoing<TicketInput>;
  readonly uploads: Uploads;
  /** Asks who the visitor is known to be. */
  meet(): Promise<void>;
  /** Sends what the form holds, with its files. */
  submit(): Promise<void>;
  stop(): void;
}

const attemptName = "ticket-attempt";

export function createWork(host: TicketHost, { get, set }: Store<DeskState>): Work {
  const session = visitorSession(host);
  const { storage } = session;
  const uploads = createUploads(() => session.engine);
  const outgoing = createOutgoing<TicketInput, Ticket>({
    load: () => storage.get<Attempt<TicketInput>>(attemptName),
    keep(attempt) {
      if (attempt) storage.set(attemptName, attempt);
      else storage.remove(attemptName);
    },
    send: (body, idempotencyKey) => tickets(session.engine).create(body, { idempotencyKey, maxRetries: 0 }),
    done(raised, { contact }) {
      storage.remove(draftName);
      uploads.clear();
      const known = { ...get().known, ...contact };
      set({ raised, known, shown: "done", draft: blank(host), returning: true, flaws: [] });
      host.emit("ticket", { id: raised.id, number: raised.number });
    },
    refused(error) {
      const found = refusedFields(error.errors);
      if (found.includes("files")) uploads.restart();
      set({ flaws: found });
      return found.length > 0;
    },
  });
  const mirror = outgoing.store.subscribe(() => set(outgoing.store.get()));

  async function meet(): Promise<void> {
    // Another element of the page may have said who this is, so nothing said here means nothing.
    if (host.identityToken) session.identify(host.identityToken);
    const given = host.contact;
    let contact: Awaited<ReturnType<VisitorSession["contact"]>> = null;
    try {
      contact = await session.contact();
    } catch (error) {
      if (error instanceof ProblemError && error.code === "identity_invalid") {
        // The page's mistake must not keep the visitor from asking.
        host.dispatchEvent(new CustomEvent("foyer:error", { detail: { error }, bubbles: true, composed: true }));
      }
    }
    set({ known: { name: contact?.name ?? given?.name, email: contact?.email ?? given?.email } });
  }

  async function greet(): Promise<void> {
    try {
      const configuration = await widget(session.open).configuration();
      host.setTenantAccent(configuration.accent_color);
      set({ replyTime: configuration.reply_time });
    } catch {
      // The form works without the tenant's colour.
    }
  }

  const online = () => {
    uploads.retry();
    void outgoing.wake();
  };
  addEventListener("online", online);
  void greet();
  void meet();
  void outgoing.wake();

  return {
    session,
    outgoing,
    uploads,
    meet,
    async submit() {
      // It may be there already: the same again, whatever the form says.
      if (get().locked) return outgoing.wake();
      const ids = await uploads.ids();
      if (ids) await outgoing.submit(toInput(get().draft, host.contact ?? {}, ids));
      else set({ flaws: ["files"], sending: { is: "idle" } });
    },
    stop() {
      removeEventListener("online", online);
      mirror();
      outgoing.stop();
    },
  };
}
