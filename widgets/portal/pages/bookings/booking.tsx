import { useRef, useState } from "preact/hooks";
import type { Booking } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, css, ErrorNote, Menu, Skeleton, Tabs, useI18n } from "../../../kit/index.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { DetailPane } from "../../parts/list-detail.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { Attendees } from "./attendees.tsx";
import styles from "./booking.css";
import { Cancel } from "./cancel.tsx";
import { Delete } from "./delete.tsx";
import { en } from "./detail-strings.ts";
import { Details } from "./details.tsx";
import { Edit } from "./edit.tsx";
import { History } from "./history.tsx";
import { Papers } from "./papers.tsx";
import { Payment } from "./payment.tsx";
import { People } from "./people.tsx";
import {
  type BookingField,
  type BookingStatus,
  canCancel,
  canEdit,
  canMove,
  changedIn,
  guest,
  steps,
} from "./state.ts";
import { en as listWords } from "./strings.ts";
import { useRemind } from "./use-remind.ts";

css(styles);

/** What every part of an open booking gets. */
export interface PartProps {
  booking: Booking;
  put(booking: Booking): void;
  /** Shows what somebody else changed, where that is why a change was refused: then true. */
  onError(error: unknown): boolean;
}

/** Everything about one booking, and what can be done with it; beside the list and the calendar alike. */
export function BookingPane({ id, back }: { id: string; back: string }) {
  const { t } = useStrings(en);
  const booking = useQuery(["booking", id], (foyer) => foyer.bookings.retrieve(id), { on: ["booking."] });
  const shown = booking.data;
  if (shown) return <Open booking={shown} back={back} put={booking.put} reload={booking.reload} />;
  return (
    <DetailPane title={booking.loading ? <Skeleton width="160px" /> : ""} label={t("details")} back={back}>
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

type Tab = "details" | "guests" | "payment" | "papers" | "timeline";

function Open({ booking, back, put, reload }: OpenProps) {
  const { t } = useStrings(en);
  const { t: field } = useStrings(listWords);
  const words = useI18n<typeof shell>();
  const { foyer, can, toasts } = usePortal();
  const [tab, setTab] = useState<Tab>("details");
  const [open, setOpen] = useState<"edit" | "cancel" | "delete">();
  const refused = useRef<Booking>(undefined);
  const [theirs, setTheirs] = useState<BookingField[]>();
  const write = can("bookings:write");
  if (refused.current && refused.current.version !== booking.version) {
    const before = refused.current;
    refused.current = undefined;
    setTheirs(changedIn(before, booking));
  }
  const stale = () => {
    refused.current = booking;
    reload();
  };
  const onError = (error: unknown) => {
    if (!outdated(error)) return false;
    stale();
    return true;
  };
  const show = (next: Booking) => {
    setTheirs(undefined);
    put(next);
  };
  const become = useAction(
    async (status: BookingStatus) => {
      const next = await foyer.bookings.set_status(booking.id, { status, version: booking.version });
      show(next);
      toasts.show(t("became", { guest: guest(next), status: words.t(`status.${status}`) }));
    },
    { onError },
  );
  const remind = useRemind(booking);
  const [first, ...later] = write ? steps(booking) : [];
  const menu = [
    ...later.map((status) => ({ label: t(`to.${status}`), onSelect: () => void become.run(status) })),
    ...(canMove(booking) && Date.parse(booking.starts_at) > Date.now()
      ? [{ label: t("remind"), onSelect: () => void remind.run() }]
      : []),
    ...(canCancel(booking)
      ? [
          {
            label: booking.status === "pending" ? t("decline") : t("cancel"),
            danger: true,
            divided: true,
            onSelect: () => setOpen("cancel"),
          },
        ]
      : []),
    ...(can("bookings:delete") ? [{ label: t("delete"), danger: true, onSelect: () => setOpen("delete") }] : []),
  ];
  const tabs: { id: Tab; label: string }[] = [
    { id: "details", label: t("details") },
    { id: "guests", label: t("guests") },
    { id: "payment", label: t("payment") },
    { id: "papers", label: t("papers") },
    ...(can("events:read") ? [{ id: "timeline" as const, label: t("timeline") }] : []),
  ];
  const part = { booking, put: show, onError };
  const close = () => setOpen(undefined);
  return (
    <DetailPane
      title={guest(booking)}
      label={t("label", { reference: booking.reference })}
      back={back}
      actions={<StatusBadge of={booking.status} />}
      top={
        theirs && (
          <div class="p-booking-newer">
            <ErrorNote
              title={t("newer")}
              text={
                theirs.length
                  ? t("newerText", { fields: theirs.map((name) => field(`field.${name}`)).join(", ") })
                  : t("newerNone")
              }
            />
            <Button size="s" onClick={() => setTheirs(undefined)}>
              {t("seen")}
            </Button>
          </div>
        )
      }
      bottom={
        write && (first || menu.length > 0 || canEdit(booking)) ? (
          <div class="p-booking-actions">
            {first && (
              <Button variant="primary" busy={become.busy} onClick={() => void become.run(first)}>
                {t(`to.${first}`)}
              </Button>
            )}
            {canEdit(booking) && (
              <Button icon={icons.edit} onClick={() => setOpen("edit")}>
                {t("change")}
              </Button>
            )}
            {menu.length > 0 && <Menu label={t("more")} items={menu} />}
          </div>
        ) : undefined
      }
    >
      <Tabs<Tab> label={guest(booking)} tabs={tabs} selected={tab} onSelect={setTab}>
        <div class="p-booking">
          {tab === "details" && <Details {...part} back={back} />}
          {tab === "guests" && (
            <>
              <Attendees {...part} />
              <People {...part} />
            </>
          )}
          {tab === "payment" && <Payment {...part} reload={reload} />}
          {tab === "papers" && <Papers {...part} />}
          {tab === "timeline" && <History id={booking.id} />}
        </div>
      </Tabs>
      {open === "edit" && <Edit booking={booking} onClose={close} onChanged={show} onOutdated={reload} />}
      {open === "cancel" && <Cancel booking={booking} onClose={close} onCancelled={show} onError={onError} />}
      {open === "delete" && <Delete booking={booking} back={back} onClose={close} />}
    </DetailPane>
  );
}
