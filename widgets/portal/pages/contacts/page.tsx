import { useState } from "preact/hooks";
import type { Contact, ContactsListQuery } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Avatar, Badge, Button, css, Empty } from "../../../kit/index.ts";
import { useList } from "../../data/hooks.ts";
import type { PageProps } from "../../pages.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { FilterChip, SearchBox, useParam } from "../../parts/filters.tsx";
import { ListDetail } from "../../parts/list-detail.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { CreateContact } from "./create.tsx";
import { ContactDetail } from "./detail.tsx";
import styles from "./page.css";
import { en } from "./strings.ts";

css(styles);

const stages = ["new", "qualified", "customer"] as const;

export default function ContactsPage({ rest: [id] }: PageProps) {
  const { t } = useStrings(en);
  const words = useStrings(shell);
  const { can, router } = usePortal();
  const [stage, setStage] = useParam("stage");
  const [tag, setTag] = useParam("tag");
  const [q] = useParam("q");
  const [creating, setCreating] = useState(false);
  const query = { ...(stage ? { stage } : {}), ...(tag ? { tag } : {}), ...(q ? { q } : {}) } as ContactsListQuery;
  const list = useList(["contacts", query], (foyer, page) => foyer.contacts.list({ ...query, ...page }), {
    on: ["contact."],
  });
  const filtered = Object.keys(query).length > 0;
  const tags = [...new Set([...list.items.flatMap((row) => row.tags), ...(tag ? [tag] : [])])].sort();
  const add = can("contacts:write") && (
    <Button variant="primary" size="s" icon={icons.plus} onClick={() => setCreating(true)}>
      {t("new")}
    </Button>
  );
  const nameOf = (row: Contact) => row.name ?? row.email ?? row.phone ?? t("nameless");
  const columns: Column<Contact>[] = [
    {
      id: "name",
      label: t("name"),
      card: "title",
      cell: (row) => (
        <span class="p-person">
          <Avatar name={nameOf(row)} size={26} />
          <span>{nameOf(row)}</span>
        </span>
      ),
    },
    { id: "email", label: t("email"), width: "28%", cell: (row) => row.email },
    { id: "phone", label: t("phone"), width: "15%", cell: (row) => row.phone },
    { id: "stage", label: t("stage"), width: "110px", card: "end", cell: (row) => <StatusBadge of={row.stage} /> },
    {
      id: "tags",
      label: t("tags"),
      width: "16%",
      card: "hide",
      cell: (row) =>
        row.tags.length > 0 && (
          <span class="p-contacts-tags">
            {row.tags.slice(0, 3).map((one) => (
              <Badge key={one}>{one}</Badge>
            ))}
          </span>
        ),
    },
    {
      id: "added",
      label: t("added"),
      width: "96px",
      align: "end",
      card: "hide",
      cell: (row) => <RelativeTime at={row.created_at} short />,
    },
  ];
  return (
    <>
      <ListDetail
        open={id}
        list={
          <>
            <PageHeader title={t("title")} actions={add}>
              <SearchBox label={t("search")} />
              <FilterChip
                label={t("stage")}
                value={stage}
                onChange={setStage}
                options={stages.map((value) => ({ value, label: words.t(`status.${value}`) }))}
              />
              {tags.length > 0 && (
                <FilterChip
                  label={t("tags")}
                  value={tag}
                  onChange={setTag}
                  options={tags.map((value) => ({ value, label: value }))}
                />
              )}
            </PageHeader>
            <DataTable
              label={t("title")}
              list={list}
              columns={columns}
              name={nameOf}
              to={(row) => `/contacts/${row.id}${`?${router.get().query}`.replace(/^\?$/, "")}`}
              open={id}
              empty={
                filtered ? (
                  <Empty icon={icons.search} title={t("emptyFiltered")} text={t("emptyFilteredText")} />
                ) : (
                  <Empty icon={icons.users} title={t("empty")} text={t("emptyText")} action={add} />
                )
              }
            />
          </>
        }
        detail={id && <ContactDetail key={id} id={id} onPut={list.put} onGone={() => list.remove(id)} />}
      />
      {creating && <CreateContact onClose={() => setCreating(false)} onPut={list.put} />}
    </>
  );
}
