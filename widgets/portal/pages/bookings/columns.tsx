import type { Booking } from "../../../../sdk/index.ts";
import { Badge, type BadgeProps } from "../../../kit/index.ts";
import type { Column } from "../../parts/data-table.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { useStrings } from "../../strings/use.ts";
import { guest, type Paid, paidState } from "./state.ts";
import { en } from "./strings.ts";
import type { Places } from "./use-places.ts";

const tones: Partial<Record<Paid, BadgeProps["tone"]>> = { unpaid: "warning", over: "info", paid: "success" };

/** How a booking is paid for so far. */
export function PaidBadge({ of }: { of: Booking }) {
  const { t } = useStrings(en);
  const state = paidState(of);
  return <Badge tone={tones[state] ?? "neutral"}>{t(`paid.${state}`)}</Badge>;
}

/** The columns of the list; beside an open booking only those that tell one from another. */
export function useColumns(places: Places, beside: boolean): Column<Booking>[] {
  const { t, date, money, number } = useStrings(en);
  const all: (Column<Booking> & { beside?: boolean })[] = [
    { id: "guest", label: t("guest"), cell: guest, card: "title", beside: true },
    {
      id: "when",
      label: t("when"),
      width: "172px",
      beside: true,
      cell: (row) => (
        <span class="f-tabular">
          {date(row.starts_at, {
            weekday: "short",
            day: "numeric",
            month: "short",
            hour: "numeric",
            minute: "2-digit",
            timeZone: row.time_zone,
          })}
        </span>
      ),
    },
    {
      id: "resource",
      label: t("resource"),
      width: beside ? "26%" : "24%",
      beside: true,
      cell: (row) => {
        const resource = places.resourceOf(row.resource_id);
        const variant = resource?.variants.find(({ id }) => id === row.variant_id)?.name ?? row.variant_id;
        return (
          <>
            {row.resource_name}
            {variant && <span class="f-muted"> · {variant}</span>}
          </>
        );
      },
    },
    {
      id: "party",
      label: t("party"),
      width: "64px",
      align: "end",
      cell: (row) => (
        <span title={guestsOf(row, places)}>
          <span class="p-booking-wide">{number(row.party)}</span>
          <span class="p-booking-narrow">{t("partyCount", { count: row.party })}</span>
        </span>
      ),
    },
    {
      id: "price",
      label: t("price"),
      width: "96px",
      align: "end",
      cell: (row) => <span class="f-tabular">{money(row.price, row.currency)}</span>,
    },
    {
      id: "balance",
      label: t("balance"),
      width: "96px",
      align: "end",
      card: "hide",
      cell: (row) =>
        row.balance === 0 || row.status === "cancelled" ? (
          <span class="f-muted">–</span>
        ) : (
          <span class="f-tabular">{money(row.balance, row.currency)}</span>
        ),
    },
    {
      id: "status",
      label: t("status"),
      width: "124px",
      card: "end",
      beside: true,
      cell: (row) => <StatusBadge of={row.status} />,
    },
  ];
  return beside ? all.filter((column) => column.beside) : all;
}

/** "2 Adult, 1 Child", or nothing where guests are just counted. */
export function guestsOf(booking: Booking, places: Places): string | undefined {
  const categories = places.resourceOf(booking.resource_id)?.guest_categories ?? [];
  const said = Object.entries(booking.guests)
    .filter(([, count]) => count > 0)
    .map(([id, count]) => `${count} ${categories.find((one) => one.id === id)?.name ?? id}`);
  return said.length ? said.join(", ") : undefined;
}
