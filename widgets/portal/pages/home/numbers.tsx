import type { ComponentChildren } from "preact";
import * as icons from "../../../kit/icons.ts";
import { Icon, Skeleton } from "../../../kit/index.ts";
import { useList, useQuery } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";
import { useToday } from "./use-today.ts";

/** How much of everything, each a way to it. */
export function Numbers() {
  const { t, number } = useStrings(en);
  const { can } = usePortal();
  const counts = useQuery(["conversations", "counts"], (foyer) => foyer.conversations.counts(), {
    on: ["conversation.", "message."],
  });
  const today = useToday();
  const pending = useList(
    can("bookings:read") ? ["bookings", "pending"] : undefined,
    (foyer) => foyer.bookings.list({ status: "pending", limit: 100 }),
    { on: ["booking."] },
  );
  const count = (value: number | undefined, more = false): ComponentChildren =>
    value === undefined ? <Skeleton width="28px" height="24px" /> : `${number(value)}${more ? "+" : ""}`;
  const going = today.data?.filter((row) => row.status !== "cancelled").length;
  return (
    <ul class="p-card p-numbers">
      {can("bookings:read") && (
        <>
          <Figure to="/calendar" icon={icons.calendar} label={t("statArrivals")} value={count(going)} />
          <Figure
            to="/bookings?status=pending"
            icon={icons.clock}
            label={t("statPending")}
            value={count(pending.data?.length, pending.hasMore)}
          />
        </>
      )}
      <Figure to="/inbox" icon={icons.inbox} label={t("statOpen")} value={count(counts.data?.open)} />
      <Figure
        to="/inbox?assignee=none"
        icon={icons.user}
        label={t("statUnassigned")}
        value={count(counts.data?.unassigned)}
      />
    </ul>
  );
}

function Figure({ to, icon, label, value }: { to: string; icon: string; label: string; value: ComponentChildren }) {
  return (
    <li>
      <a href={href(to)}>
        <Icon of={icon} size={18} />
        <span>{label}</span>
        <strong class="f-tabular">{value}</strong>
      </a>
    </li>
  );
}
