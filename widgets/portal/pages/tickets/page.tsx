import type { Ticket, TicketsListQuery } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, css, Empty } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import type { PageProps } from "../../pages.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { FilterChip, SearchBox, useParam } from "../../parts/filters.tsx";
import { ListDetail } from "../../parts/list-detail.tsx";
import { MemberName } from "../../parts/member-picker.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { PriorityBadge, StatusBadge } from "../../parts/status-badge.tsx";
import threadStyles from "../../parts/thread.css";
import { usePortal } from "../../portal.ts";
import { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { TicketDetail } from "./detail.tsx";
import styles from "./page.css";
import { en } from "./strings.ts";
import { categories, priorities, statuses } from "./values.ts";

css(threadStyles + styles);

export default function TicketsPage({ rest: [id] }: PageProps) {
  const { t } = useStrings(en);
  const words = useStrings(shell);
  const { me, can, opened, router } = usePortal();
  const [status, setStatus] = useParam("status");
  const [category, setCategory] = useParam("category");
  const [priority, setPriority] = useParam("priority");
  const [whose, setWhose] = useParam("assignee");
  const [q] = useParam("q");
  const query = {
    ...(status ? { status } : {}),
    ...(category ? { category } : {}),
    ...(priority ? { priority } : {}),
    ...(whose ? { assignee_id: whose === "mine" ? me.id : whose } : {}),
    ...(q ? { q } : {}),
  } as TicketsListQuery;
  const list = useList(["tickets", query], (foyer, page) => foyer.tickets.list({ ...query, ...page }), {
    on: ["ticket."],
  });
  const filtered = Object.keys(query).length > 0;
  const raise = can("tickets:write") && (
    <Button variant="primary" size="s" icon={icons.plus} onClick={() => opened.set({ ticket: {} })}>
      {t("new")}
    </Button>
  );
  const from = (row: Ticket) => row.contact?.name ?? row.contact?.email ?? t("team");
  const columns: Column<Ticket>[] = [
    {
      id: "subject",
      label: t("subject"),
      card: "title",
      cell: (row) => (
        <>
          <span class="p-tickets-number f-tabular">#{row.number}</span> {row.subject}
        </>
      ),
    },
    { id: "status", label: t("status"), width: "168px", card: "end", cell: (row) => <StatusBadge of={row.status} /> },
    { id: "priority", label: t("priority"), width: "88px", cell: (row) => <PriorityBadge of={row.priority} /> },
    { id: "from", label: t("requester"), width: "18%", cell: from },
    {
      id: "assignee",
      label: t("assignee"),
      width: "16%",
      card: "hide",
      cell: (row) => <MemberName id={row.assignee_id} />,
    },
    {
      id: "updated",
      label: t("updated"),
      width: "104px",
      align: "end",
      cell: (row) => <RelativeTime at={row.last_reply_at ?? row.updated_at} short />,
    },
  ];
  return (
    <ListDetail
      open={id}
      list={
        <>
          <PageHeader title={t("title")}>
            <SearchBox label={t("search")} />
            <FilterChip
              label={t("status")}
              value={status}
              onChange={setStatus}
              options={statuses.map((value) => ({ value, label: words.t(`status.${value}`) }))}
            />
            <FilterChip
              label={t("assignee")}
              value={whose}
              onChange={setWhose}
              options={[
                { value: "mine", label: t("mine") },
                { value: "none", label: t("unassigned") },
              ]}
            />
            <FilterChip
              label={t("priority")}
              value={priority}
              onChange={setPriority}
              options={priorities.map((value) => ({ value, label: words.t(`priority.${value}`) }))}
            />
            <FilterChip
              label={t("category")}
              value={category}
              onChange={setCategory}
              options={categories.map((value) => ({ value, label: words.t(`category.${value}`) }))}
            />
          </PageHeader>
          <DataTable
            label={t("title")}
            list={list}
            columns={columns}
            name={(row) => t("name", { number: String(row.number), subject: row.subject })}
            to={(row) => `/tickets/${row.id}${`?${router.get().query}`.replace(/^\?$/, "")}`}
            open={id}
            empty={
              filtered ? (
                <Empty icon={icons.search} title={t("emptyFiltered")} text={t("emptyFilteredText")} />
              ) : (
                <Empty icon={icons.ticket} title={t("empty")} text={t("emptyText")} action={raise} />
              )
            }
          />
        </>
      }
      detail={id && <TicketDetail key={id} id={id} onPut={list.put} />}
    />
  );
}
