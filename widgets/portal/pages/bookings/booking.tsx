import { useState } from "preact/hooks";
import type { Booking } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, css, Field, Menu, Skeleton, Textarea, useI18n } from "../../../kit/index.ts";
import { useAction, useMembers, useQuery } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { CopyBox } from "../../parts/copy-box.tsx";
import { DetailPane, Facts } from "../../parts/list-detail.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { Timeline } from "../../parts/timeline.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { wallOf } from "../calendar/zone.ts";
import styles from "./booking.css";
import { Cancel } from "./cancel.tsx";
import { Move } from "./move.tsx";
import { type BookingStatus, canCancel, canMove, guest, steps } from "./state.ts";
import { en } from "./strings.ts";

css(styles);

/** Everything about one booking, and what can be done with it; beside the list and the calendar alike. */
export function BookingPane({ id, back }: { id: string; back: string }) {
  const { t } = useStrings(en);
  const booking = useQuery(["booking", id], (foyer) => foyer.bookings.retrieve(id), { on: ["booking."] });
  const shown = booking.data;
  if (shown) return <Open booking={shown} back={back} put={booking.put} reload={booking.reload} />;
  return (
    <DetailPane title={booking.loading ? <Skeleton width="160px" /> : ""} label={t("title")} back={back}>
      <Shown of={booking} skeleton={<Skeleton lines={6} height="20px" />}>
        {() => null}
      </Shown>
    </DetailPane>
  );
}

interface OpenProps {
  booking: Booking;
  back: string;
  put(booking: Booking): void;
  reload(): void;
}

function Open({ booking, back, put, reload }: OpenProps) {
  const { t, date, dateRange, money } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, can, toasts } = usePortal();
  const [moving, setMoving] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const write = can("bookings:write");
  const stale = () => {
    toasts.show(t("outdated"), { milliseconds: 8000 });
    reload();
  };
  const onError = (error: unknown) => {
    if (!outdated(error)) return false;
    stale();
    return true;
  };
  const become = useAction(
    async (status: BookingStatus) => {
      const next = await foyer.bookings.set_status(booking.id, { status, version: booking.version });
      put(next);
      toasts.show(t("became", { guest: guest(next), status: words.t(`status.${status}`) }));
    },
    { onError },
  );
  const [first, ...later] = write ? steps(booking) : [];
  const zone = booking.time_zone;
  const elsewhere = zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  const menu = [
    ...later.map((status) => ({ label: t(`to.${status}`), onSelect: () => void become.run(status) })),
    ...(canCancel(booking)
      ? [
          {
            label: booking.status === "pending" ? t("decline") : t("cancel"),
            danger: true,
            divided: later.length > 0,
            onSelect: () => setCancelling(true),
          },
        ]
      : []),
  ];
  return (
    <DetailPane
      title={guest(booking)}
      label={t("label", { reference: booking.reference })}
      back={back}
      actions={<StatusBadge of={booking.status} />}
      bottom={
        write && (first || menu.length > 0 || canMove(booking)) ? (
          <div class="p-booking-actions">
            {first && (
              <Button variant="primary" busy={become.busy} onClick={() => void become.run(first)}>
                {t(`to.${first}`)}
              </Button>
            )}
            {canMove(booking) && (
              <Button icon={icons.clock} onClick={() => setMoving(true)}>
                {t("move")}
              </Button>
            )}
            {menu.length > 0 && <Menu label={t("more")} items={menu} />}
          </div>
        ) : undefined
      }
    >
      <div class="p-booking">
        <div class="p-booking-when">
          <p class="p-booking-day">
            {date(booking.starts_at, {
              weekday: "long",
              day: "numeric",
              month: "long",
              year: "numeric",
              timeZone: zone,
            })}
          </p>
          <p class="f-tabular">
            {dateRange(booking.starts_at, booking.ends_at, { hour: "numeric", minute: "2-digit", timeZone: zone })}
            {elsewhere && <span class="f-muted"> · {zone.replace(/_/g, " ")}</span>}
          </p>
        </div>
        <Facts
          of={[
            [
              t("resource"),
              can("resources:read") ? (
                <a href={href(`/resources/${booking.resource_id}`)}>{booking.resource_name}</a>
              ) : (
                booking.resource_name
              ),
            ],
            [t("party"), t("partyCount", { count: booking.party })],
            [t("price"), <span class="f-tabular">{money(booking.price, booking.currency)}</span>],
            [
              t("contact"),
              can("contacts:read") ? (
                <a href={href(`/contacts/${booking.contact_id}`)}>{t("openContact")}</a>
              ) : (
                guest(booking)
              ),
            ],
            ...(booking.contact.email
              ? [[t("email"), <a href={`mailto:${booking.contact.email}`}>{booking.contact.email}</a>] as const]
              : []),
            ...(booking.contact.phone
              ? [[t("phone"), <a href={`tel:${booking.contact.phone}`}>{booking.contact.phone}</a>] as const]
              : []),
            [t("reference"), <span class="f-tabular">{booking.reference}</span>],
            [t("made"), date(booking.created_at, { dateStyle: "medium", timeStyle: "short" })],
            ...(booking.cancelled_at
              ? [[t("cancelled"), date(booking.cancelled_at, { dateStyle: "medium", timeStyle: "short" })] as const]
              : []),
            ...(booking.cancel_reason ? [[t("cancelReason"), booking.cancel_reason] as const] : []),
            ...Object.entries(booking.answers).map(([question, answer]) => [question, answer] as const),
          ]}
        />
        {back !== "/calendar" && (
          <a
            class="p-booking-show"
            href={href(
              `/calendar/${booking.id}?view=day&date=${wallOf(booking.starts_at, zone).date}&venue=${booking.venue_id}`,
            )}
          >
            {t("showCalendar")}
          </a>
        )}
        <Notes key={booking.id} booking={booking} write={write && canMove(booking)} put={put} onError={onError} />
        <div>
          <h3 class="p-booking-title">{t("manage")}</h3>
          <CopyBox text={booking.manage_url} label={t("copyManage")} />
          <p class="f-hint">{t("manageText")}</p>
        </div>
        {can("events:read") && <History id={booking.id} />}
      </div>
      {moving && <Move booking={booking} onClose={() => setMoving(false)} onMoved={put} onOutdated={stale} />}
      {cancelling && (
        <Cancel booking={booking} onClose={() => setCancelling(false)} onCancelled={put} onError={onError} />
      )}
    </DetailPane>
  );
}

interface NotesProps {
  booking: Booking;
  write: boolean;
  put(booking: Booking): void;
  onError(error: unknown): boolean;
}

/** Typed words stay, whatever arrives meanwhile. */
function Notes({ booking, write, put, onError }: NotesProps) {
  const { t } = useStrings(en);
  const { foyer, toasts } = usePortal();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? booking.notes ?? "";
  const save = useAction(
    async () => {
      const notes = text.trim() || null;
      put(await foyer.bookings.update(booking.id, { version: booking.version, notes }));
      setTyped(undefined);
      toasts.show(t("notesSaved"));
    },
    { onError },
  );
  if (!write)
    return booking.notes ? (
      <div>
        <h3 class="p-booking-title">{t("notes")}</h3>
        <p class="p-booking-notes">{booking.notes}</p>
      </div>
    ) : null;
  return (
    <div class="p-form">
      <Field label={t("notes")}>
        <Textarea value={text} onInput={setTyped} rows={2} maxLength={2000} />
      </Field>
      {text !== (booking.notes ?? "") && (
        <div class="p-form-actions">
          <Button size="s" busy={save.busy} onClick={() => void save.run()}>
            {t("saveNotes")}
          </Button>
        </div>
      )}
    </div>
  );
}

function History({ id }: { id: string }) {
  const { t } = useStrings(en);
  const members = useMembers();
  const history = useQuery(
    ["booking", id, "events"],
    async (foyer) => (await foyer.events.list({ subject: id, limit: 200 })).data.reverse(),
    { on: ["booking."] },
  );
  return (
    <Panel title={t("history")}>
      <Shown of={history} skeleton={<Skeleton lines={3} />}>
        {(events) => (
          <Timeline
            events={events}
            empty={t("noHistory")}
            actorName={(one) => members.items.find((member) => member.id === one)?.name}
          />
        )}
      </Shown>
    </Panel>
  );
}
