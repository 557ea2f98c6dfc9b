import { useState } from "preact/hooks";
import type { Booking } from "../../../../sdk/index.ts";
import { Button, Dialog, Field, List, Row, Skeleton, Textarea, useI18n } from "../../../kit/index.ts";
import { useAction, useList } from "../../data/hooks.ts";
import { Panel } from "../../parts/panel.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./detail-strings.ts";
import { guest } from "./state.ts";

/** Conversations about a booking, and the beginning of another one. */
export function Talk({ booking }: { booking: Booking }) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, can, toasts } = usePortal();
  const [text, setText] = useState<string>();
  const list = useList(
    ["conversations", "about", booking.id],
    (api, page) => api.conversations.list({ ...page, booking_id: booking.id }),
    { on: ["conversation.", "message."], keep: false },
  );
  const send = useAction(async () => {
    const said = text?.trim();
    if (!said) return;
    const client_msg_id = crypto.getRandomValues(new Uint32Array(3)).join("-");
    const made = await foyer.conversations.create({
      contact_id: booking.contact_id,
      booking_id: booking.id,
      subject: t("subject", { reference: booking.reference }),
      message: { client_msg_id, text: said },
    });
    list.put(made);
    setText(undefined);
    toasts.show(t("sent"));
  });
  const write = can("conversations:write") && (
    <Button size="s" variant="quiet" onClick={() => setText("")}>
      {t("write", { guest: guest(booking) })}
    </Button>
  );
  return (
    <Panel title={t("talk")} end={write}>
      <Shown of={list} skeleton={<Skeleton lines={1} height="48px" />}>
        {(rows) =>
          rows.length === 0 ? (
            <p class="f-muted">{t("noTalk")}</p>
          ) : (
            <div class="p-card p-booking-rows">
              <List>
                {rows.map((one) => (
                  <Row
                    key={one.id}
                    href={href(`/inbox/${one.id}`)}
                    title={one.subject ?? one.last_message?.text ?? ""}
                    detail={one.last_message && <RelativeTime at={one.last_message.at} />}
                    meta={<StatusBadge of={one.status} />}
                    unread={one.unread > 0}
                  />
                ))}
              </List>
            </div>
          )
        }
      </Shown>
      {text !== undefined && (
        <Dialog
          open
          title={t("writeTitle", { guest: guest(booking) })}
          onClose={() => setText(undefined)}
          actions={
            <>
              <Button onClick={() => setText(undefined)}>{words.t("cancel")}</Button>
              <Button variant="primary" busy={send.busy} disabled={!text.trim()} onClick={() => void send.run()}>
                {t("writeDo")}
              </Button>
            </>
          }
        >
          <Field label={t("writeText")}>
            <Textarea value={text} onInput={setText} rows={5} maxRows={12} maxLength={10_000} autofocus />
          </Field>
        </Dialog>
      )}
    </Panel>
  );
}
