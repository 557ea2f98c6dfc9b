import { useState } from "preact/hooks";
import type { KeptMail } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, css, Empty, Tabs } from "../../../kit/index.ts";
import { linkify } from "../../../kit/linkify.ts";
import { useQuery } from "../../data/hooks.ts";
import type { PageProps } from "../../pages.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { SearchBox, useParam } from "../../parts/filters.tsx";
import { DetailPane, Facts, ListDetail } from "../../parts/list-detail.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { useStrings } from "../../strings/use.ts";
import styles from "./page.css";
import { en } from "./strings.ts";

css(styles);

export default function MailboxPage({ rest: [id] }: PageProps) {
  const { t } = useStrings(en);
  const [q] = useParam("q");
  const query = useQuery(["mailbox"], async (foyer) => (await foyer.mailbox.list()).data, {
    on: ["booking.", "ticket.", "message.", "conversation."],
  });
  const wanted = q?.toLowerCase();
  const items = (query.data ?? []).filter(
    (mail) => !wanted || `${mail.subject} ${mail.to} ${mail.text}`.toLowerCase().includes(wanted),
  );
  const columns: Column<KeptMail>[] = [
    { id: "subject", label: t("subject"), cell: (row) => row.subject, card: "title" },
    { id: "to", label: t("to"), width: "240px", cell: (row) => row.to },
    { id: "at", label: t("at"), width: "120px", cell: (row) => <RelativeTime at={row.at} short />, card: "end" },
  ];
  const open = query.data?.find((mail) => mail.id === id);
  return (
    <ListDetail
      open={id}
      list={
        <>
          <PageHeader
            title={t("title")}
            text={t("text")}
            actions={
              <Button icon={icons.refresh} busy={query.busy && !query.loading} onClick={query.reload}>
                {t("refresh")}
              </Button>
            }
          >
            <SearchBox label={t("search")} />
          </PageHeader>
          <DataTable
            label={t("title")}
            list={{ ...query, data: query.data && items, items, hasMore: false, more: () => {} }}
            columns={columns}
            name={(row) => row.subject}
            to={(row) => `/mailbox/${row.id}${location.search}`}
            open={id}
            empty={
              q ? (
                <Empty icon={icons.search} title={t("noneFound")} />
              ) : (
                <Empty icon={icons.mail} title={t("none")} text={t("noneText")} />
              )
            }
          />
        </>
      }
      detail={open && <Mail key={open.id} of={open} />}
    />
  );
}

function Mail({ of }: { of: KeptMail }) {
  const { t, date } = useStrings(en);
  const [form, setForm] = useState<"html" | "plain">(of.html ? "html" : "plain");
  return (
    <DetailPane title={of.subject} label={t("label", { subject: of.subject })} back="/mailbox">
      <Facts
        of={[
          [t("to"), of.to],
          [t("at"), date(of.at, { dateStyle: "full", timeStyle: "medium" })],
        ]}
      />
      <Tabs<"html" | "plain">
        label={t("view")}
        selected={form}
        onSelect={setForm}
        tabs={[
          ...(of.html ? [{ id: "html" as const, label: t("html") }] : []),
          { id: "plain" as const, label: t("plain") },
        ]}
      >
        <div class="p-mail-body">
          {form === "html" ? (
            // No scripts, no forms, no origin: the mail is only looked at. Its links open beside the portal.
            <iframe
              class="p-mail-frame"
              title={of.subject}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              srcDoc={`<base target="_blank">${of.html}`}
            />
          ) : (
            <p class="p-mail-text">
              {linkify(of.text).map(({ text, url }, at) =>
                url ? (
                  <a key={at} href={url} target="_blank" rel="noreferrer">
                    {text}
                  </a>
                ) : (
                  text
                ),
              )}
            </p>
          )}
        </div>
      </Tabs>
    </DetailPane>
  );
}
