import { useState } from "preact/hooks";
import { ProblemError, type WaitlistEntry } from "../../../../sdk/index.ts";
import { Button, Menu, Skeleton } from "../../../kit/index.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { CopyBox } from "../../parts/copy-box.tsx";
import { DetailPane, Facts } from "../../parts/list-detail.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { Create } from "../bookings/create.tsx";
import { usePlaces } from "../bookings/use-places.ts";
import { en } from "./strings.ts";
import { nameOf, useWanted } from "./wanted.ts";

interface EntryProps {
  id: string;
  /** Its place in the queue, while it waits. */
  position: number | undefined;
  onGone(): void;
}

/** One who waits, and what can be done about it. */
export function EntryPane({ id, position, onGone }: EntryProps) {
  const { t } = useStrings(en);
  const query = useQuery(["waitlist", id], (foyer) => foyer.waitlist.retrieve(id), { on: ["waitlist_entry."] });
  if (query.data) return <Open entry={query.data} position={position} onGone={onGone} />;
  return (
    <DetailPane title={query.loading ? <Skeleton width="160px" /> : ""} label={t("title")} back="/waitlist">
      <Shown of={query} skeleton={<Skeleton lines={6} height="20px" />}>
        {() => null}
      </Shown>
    </DetailPane>
  );
}

function Open({ entry, position, onGone }: Omit<EntryProps, "id"> & { entry: WaitlistEntry }) {
  const { t, date, number } = useStrings(en);
  const { foyer, can, toasts, router, cache } = usePortal();
  const wanted = useWanted();
  const places = usePlaces();
  const [open, setOpen] = useState<"book" | "remove">();
  const name = nameOf(entry);
  const waits = entry.status === "waiting" || entry.status === "offered";
  const leave = useAction(async (said: string) => {
    await foyer.waitlist.leave(entry.id);
    cache.hear({ type: "waitlist_entry.cancelled" });
    onGone();
    toasts.show(said);
  });
  const accept = useAction(async () => {
    const booking = await foyer.waitlist_offers.accept(tokenOf(entry));
    cache.hear({ type: "waitlist_entry.booked" });
    toasts.show(t("booked", { name }));
    router.go(`/bookings/${booking.id}`);
  });
  const offer = useAction(
    async () => {
      await foyer.waitlist.offer(entry.id, { version: entry.version });
      cache.hear({ type: "waitlist_entry.offered" });
      toasts.show(t("offered", { name }));
    },
    {
      onError: (error) => {
        const none = error instanceof ProblemError && error.code === "nothing_free";
        if (none) toasts.show(t("nothingFree"));
        return none;
      },
    },
  );
  const resource = places.resourceOf(entry.resource_id);
  const variant = resource?.variants.find(({ id }) => id === entry.variant_id)?.name;
  const at = (when: string) => date(when, { dateStyle: "medium", timeStyle: "short", timeZone: entry.time_zone });
  return (
    <DetailPane
      title={name}
      label={t("label", { name })}
      back="/waitlist"
      actions={<StatusBadge of={entry.status} />}
      bottom={
        waits &&
        can("bookings:write") && (
          <div class="p-form-actions">
            <Menu
              items={[
                ...(entry.status === "offered" ? [{ label: t("bookOther"), onSelect: () => setOpen("book") }] : []),
                { label: t("remove"), danger: true, onSelect: () => setOpen("remove") },
              ]}
              label={t("more")}
            />
            {entry.status === "offered" ? (
              <Button variant="primary" busy={accept.busy} onClick={() => void accept.run()}>
                {t("bookOffered")}
              </Button>
            ) : (
              <>
                <Button onClick={() => setOpen("book")}>{t("book")}</Button>
                <Button variant="primary" busy={offer.busy} onClick={() => void offer.run()}>
                  {t("offerNow")}
                </Button>
              </>
            )}
          </div>
        )
      }
    >
      <div class="p-form">
        <Facts
          of={[
            ...(position === undefined
              ? []
              : [[t("position"), <strong>{t("positionCount", { number: number(position) })}</strong>] as const]),
            [t("wanted"), <span class="f-tabular">{wanted(entry)}</span>],
            [t("resource"), variant ? `${entry.resource_name}, ${variant}` : entry.resource_name],
            ...(places.venues.length > 1 ? [[t("venue"), places.venueOf(entry.venue_id)?.name ?? ""] as const] : []),
            [t("party"), t("partyCount", { count: entry.party })],
            ...(entry.offer_starts_at && entry.offer_expires_at && entry.status === "offered"
              ? [
                  [
                    t("offer"),
                    t("offerUntil", { when: at(entry.offer_starts_at), until: at(entry.offer_expires_at) }),
                  ] as const,
                ]
              : []),
            [t("since"), at(entry.created_at)],
            [
              t("contact"),
              can("contacts:read") ? <a href={href(`/contacts/${entry.contact_id}`)}>{t("openContact")}</a> : name,
            ],
            ...(entry.contact.email
              ? [[t("email"), <a href={`mailto:${entry.contact.email}`}>{entry.contact.email}</a>] as const]
              : []),
            ...(entry.contact.phone
              ? [[t("phone"), <a href={`tel:${entry.contact.phone}`}>{entry.contact.phone}</a>] as const]
              : []),
            ...(entry.booking_id
              ? [[t("booking"), <a href={href(`/bookings/${entry.booking_id}`)}>{t("openBooking")}</a>] as const]
              : []),
          ]}
        />
        {waits && (
          <div>
            <CopyBox text={entry.url} label={t("copyLink")} />
            <p class="f-hint" style={{ marginTop: "4px" }}>
              {t("linkText")}
            </p>
          </div>
        )}
      </div>
      {open === "remove" && (
        <Confirm
          title={t("removeTitle", { name })}
          action={t("removeDo", { name })}
          busy={leave.busy}
          onConfirm={() => void leave.run(t("removed", { name })).then(() => router.go("/waitlist"))}
          onClose={() => setOpen(undefined)}
        >
          <p>{t("removeText", { name })}</p>
        </Confirm>
      )}
      {open === "book" && (
        <Create
          start={{
            resource_id: entry.resource_id,
            venue_id: entry.venue_id,
            variant_id: entry.variant_id,
            date: entry.from_date,
            starts_at: entry.starts_at ?? undefined,
            party: entry.party,
            guests: entry.guests,
            person: { id: entry.contact_id, name: entry.contact.name, email: entry.contact.email },
          }}
          onClose={() => setOpen(undefined)}
          onCreated={(booking) => {
            void leave.run(t("booked", { name }));
            router.go(`/bookings/${booking.id}`);
          }}
        />
      )}
    </DetailPane>
  );
}

/** The end of its link stands for the entry. */
const tokenOf = ({ url }: WaitlistEntry) => url.slice(url.lastIndexOf("/") + 1);
