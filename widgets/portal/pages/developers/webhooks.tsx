import { useState } from "preact/hooks";
import type { NewWebhookEndpoint, WebhookEndpoint } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Empty } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { ListDetail } from "../../parts/list-detail.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { DeliveryPane } from "./delivery.tsx";
import { EndpointPane } from "./endpoint.tsx";
import { EndpointForm } from "./endpoint-form.tsx";
import { Head } from "./head.tsx";
import { Once } from "./once.tsx";
import { en } from "./strings.ts";

/** Addresses of the customer's that hear about events. */
export function Webhooks({ id, delivery }: { id: string | undefined; delivery: string | undefined }) {
  const { t } = useStrings(en);
  const { can, router } = usePortal();
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<NewWebhookEndpoint>();
  const list = useList(["webhooks"], (foyer, page) => foyer.webhooks.list(page), { on: ["webhook_endpoint."] });
  const columns: Column<WebhookEndpoint>[] = [
    { id: "url", label: t("url"), cell: (row) => row.url, card: "title" },
    ...(id
      ? []
      : [{ id: "description", label: t("description"), cell: (row: WebhookEndpoint) => row.description ?? "" }]),
    {
      id: "events",
      label: t("eventsSent"),
      width: "140px",
      cell: (row) => (row.events.length ? t("eventsCount", { count: row.events.length }) : t("allEvents")),
    },
    { id: "status", label: t("status"), width: "110px", cell: (row) => <StatusBadge of={row.status} />, card: "end" },
  ];
  const create = can("webhooks:write") && (
    <Button variant="primary" icon={icons.plus} onClick={() => setCreating(true)}>
      {t("newEndpoint")}
    </Button>
  );
  return (
    <>
      <ListDetail
        open={id && `${id}/${delivery ?? ""}`}
        list={
          <>
            <Head current="webhooks" actions={create} />
            <DataTable
              label={t("webhooks")}
              list={list}
              columns={columns}
              name={(row) => row.url}
              to={(row) => `/developers/webhooks/${row.id}`}
              open={id}
              empty={
                <Empty icon={icons.bolt} title={t("endpointsNone")} text={t("endpointsNoneText")} action={create} />
              }
            />
          </>
        }
        detail={
          id &&
          (delivery ? <DeliveryPane key={delivery} endpoint={id} id={delivery} /> : <EndpointPane key={id} id={id} />)
        }
      />
      {creating && (
        <EndpointForm
          onClose={() => setCreating(false)}
          onCreated={(endpoint) => {
            setCreating(false);
            setMade(endpoint);
            router.go(`/developers/webhooks/${endpoint.id}`);
          }}
        />
      )}
      {made && (
        <Once
          title={t("secretTitle")}
          text={t("secretText")}
          secret={made.secret}
          copyLabel={t("copySecret")}
          onClose={() => setMade(undefined)}
        />
      )}
    </>
  );
}
