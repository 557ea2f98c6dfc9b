import type { AuditEntry } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Badge, Button, Empty, Skeleton } from "../../../kit/index.ts";
import { useAction, useList, useMembers } from "../../data/hooks.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { DateFilter } from "../../parts/date-filter.tsx";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { DetailPane, Facts, ListDetail } from "../../parts/list-detail.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { Head } from "./head.tsx";
import { Json } from "./json.tsx";
import { en } from "./strings.ts";

const outcomes = ["success", "failure", "pending"] as const;

/** What was done, by whom, to what. */
export function Audit({ id }: { id: string | undefined }) {
  const { t } = useStrings(en);
  const { foyer, toasts } = usePortal();
  const members = useMembers();
  const [action, setAction] = useParam("action");
  const [actor, setActor] = useParam("actor");
  const [outcome, setOutcome] = useParam("outcome");
  const [from, setFrom] = useParam("from");
  const [to, setTo] = useParam("to");
  const known = outcomes.find((one) => one === outcome);
  // Days are those of whoever looks.
  const dayStart = (day: string, plus = 0) => {
    const at = new Date(`${day}T00:00:00`);
    at.setDate(at.getDate() + plus);
    return at.toISOString();
  };
  const filters = {
    ...(action ? { action } : {}),
    ...(actor ? { actor_id: actor } : {}),
    ...(known ? { outcome: known } : {}),
    ...(from ? { from: dayStart(from) } : {}),
    ...(to ? { to: dayStart(to, 1) } : {}),
  };
  const list = useList(["audit", filters], (one, page) => one.audit.list({ ...page, ...filters }));
  const csv = useAction(async () => {
    const response = await foyer.audit.export(filters);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = "audit.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    if (!response.ok) toasts.show(t("csvFailed"));
  });
  const actions = [...new Set([...list.items.map((entry) => entry.action), ...(action ? [action] : [])])].sort();
  const columns: Column<AuditEntry>[] = [
    {
      id: "action",
      label: t("action"),
      width: "220px",
      cell: (row) => <code class="p-code">{row.action}</code>,
      card: "title",
    },
    { id: "actor", label: t("actor"), cell: (row) => row.actor.name || row.actor.kind },
    ...(id
      ? []
      : [
          {
            id: "entity",
            label: t("entity"),
            cell: (row: AuditEntry) => <span class="f-muted">{row.entity_id ?? row.entity_type}</span>,
          },
        ]),
    {
      id: "outcome",
      label: t("outcome"),
      width: "100px",
      cell: (row) => (
        <Badge tone={row.outcome === "failure" ? "danger" : row.outcome === "pending" ? "warning" : "success"}>
          {t(`outcome.${row.outcome}`)}
        </Badge>
      ),
      card: "end",
    },
    { id: "at", label: t("at"), width: "120px", cell: (row) => <RelativeTime at={row.at} short /> },
  ];
  return (
    <ListDetail
      open={id}
      list={
        <>
          <Head
            current="audit"
            actions={
              <Button icon={icons.download} busy={csv.busy} onClick={() => void csv.run()}>
                {t("csv")}
              </Button>
            }
          >
            <FilterChip
              label={t("action")}
              value={action}
              onChange={setAction}
              options={actions.map((value) => ({ value, label: value }))}
            />
            <FilterChip
              label={t("actor")}
              value={actor}
              onChange={setActor}
              options={members.items.map((member) => ({ value: member.id, label: member.name }))}
            />
            <FilterChip
              label={t("outcome")}
              value={outcome}
              onChange={setOutcome}
              options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
            />
            <DateFilter label={t("from")} value={from} onChange={setFrom} />
            <DateFilter label={t("to")} value={to} onChange={setTo} />
          </Head>
          <DataTable
            label={t("audit")}
            list={list}
            columns={columns}
            name={(row) => row.action}
            to={(row) => `/developers/audit/${row.id}${location.search}`}
            open={id}
            empty={
              Object.keys(filters).length ? (
                <Empty icon={icons.search} title={t("auditNoneFound")} />
              ) : (
                <Empty icon={icons.file} title={t("auditNone")} text={t("auditNoneText")} />
              )
            }
          />
        </>
      }
      detail={id && <Entry key={id} of={list.items.find((entry) => entry.id === id)} />}
    />
  );
}

function Entry({ of }: { of: AuditEntry | undefined }) {
  const { t, date } = useStrings(en);
  const changes = Object.entries(of?.changes ?? {});
  const shown = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "–"));
  return (
    <DetailPane
      title={of ? <code class="p-code-title">{of.action}</code> : <Skeleton width="140px" />}
      label={t("auditLabel", { action: of?.action ?? "" })}
      back="/developers/audit"
    >
      {of && (
        <>
          <Facts
            of={[
              [t("actor"), `${of.actor.name} (${of.actor.kind})`],
              [t("at"), date(of.at, { dateStyle: "medium", timeStyle: "medium" })],
              [t("outcome"), t(`outcome.${of.outcome}`)],
              [t("entity"), <code class="p-code">{of.entity_id ?? of.entity_type}</code>],
              [t("ip"), of.ip],
              [t("agent"), of.user_agent],
              [t("request"), <code class="p-code">{of.request_id}</code>],
            ]}
          />
          <section class="p-dev-payload" aria-label={t("changes")}>
            <h3>{t("changes")}</h3>
            {changes.length === 0 ? (
              <p class="f-muted">{t("changesNone")}</p>
            ) : (
              <table class="p-dev-changes">
                <thead>
                  <tr>
                    <th scope="col">{t("field")}</th>
                    <th scope="col">{t("before")}</th>
                    <th scope="col">{t("after")}</th>
                  </tr>
                </thead>
                <tbody>
                  {changes.map(([field, change]) => (
                    <tr key={field}>
                      <th scope="row">{field}</th>
                      <td>{shown(change.from)}</td>
                      <td>{shown(change.to)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {Object.keys(of.metadata).length > 0 && <Json of={of.metadata} />}
          </section>
        </>
      )}
    </DetailPane>
  );
}
