import type { WebhookDelivery } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Empty } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Panel } from "../../parts/panel.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

/** What was sent to an endpoint, newest first. */
export function Deliveries({ endpoint }: { endpoint: string }) {
  const { t, number } = useStrings(en);
  // Deliveries follow upon events, a moment later.
  const list = useList(["deliveries", endpoint], (foyer, page) => foyer.deliveries.list(endpoint, page), {
    on: ["webhook.delivery", "booking.", "conversation.", "message.", "ticket.", "contact."],
    size: 25,
  });
  const columns: Column<WebhookDelivery>[] = [
    { id: "type", label: t("type"), cell: (row) => <code class="p-code">{row.event_type}</code>, card: "title" },
    { id: "at", label: t("at"), width: "110px", cell: (row) => <RelativeTime at={row.created_at} short /> },
    {
      id: "attempts",
      label: t("attempts"),
      width: "80px",
      align: "end",
      cell: (row) => number(row.attempts),
      card: "hide",
    },
    {
      id: "status",
      label: t("status"),
      width: "130px",
      cell: (row) => (
        <>
          <StatusBadge of={row.status} /> <span class="f-tabular f-muted">{row.last_status}</span>
        </>
      ),
      card: "end",
    },
  ];
  return (
    <Panel
      title={t("deliveries")}
      end={
        <Button size="s" variant="quiet" icon={icons.refresh} busy={list.busy && !list.loading} onClick={list.reload}>
          {t("refresh")}
        </Button>
      }
    >
      <div class="p-bleed">
        <DataTable
          label={t("deliveries")}
          list={list}
          columns={columns}
          name={(row) => row.event_type}
          to={(row) => `/developers/webhooks/${endpoint}/${row.id}`}
          empty={<Empty icon={icons.send} title={t("deliveriesNone")} text={t("deliveriesNoneText")} />}
        />
      </div>
    </Panel>
  );
}
