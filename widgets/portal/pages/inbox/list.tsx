import { useRef } from "preact/hooks";
import type { Conversation, ConversationsListQuery } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Avatar, Button, Empty, Skeleton } from "../../../kit/index.ts";
import { useList, useQuery } from "../../data/hooks.ts";
import { FilterChip, SearchBox, useParam } from "../../parts/filters.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { rowKeys } from "../../parts/row-keys.ts";
import { Shown } from "../../parts/shown.tsx";
import { PriorityBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

const statuses = ["open", "pending", "resolved", "closed"] as const;
type Status = (typeof statuses)[number];

export const nameOf = ({ contact }: Conversation, fallback: string) => contact?.name ?? contact?.email ?? fallback;

export function ConversationList({ open }: { open: string | undefined }) {
  const { t } = useStrings(en);
  const { me } = usePortal();
  const [status = "open", setStatus] = useParam("status");
  const [whose, setWhose] = useParam("assignee");
  const [channel, setChannel] = useParam("channel");
  const [q] = useParam("q");
  const box = useRef<HTMLDivElement>(null);
  const query: ConversationsListQuery = {
    status: status as Status,
    ...(whose ? { assignee_id: whose === "mine" ? me.id : "none" } : {}),
    ...(channel ? { channel: channel as "chat" } : {}),
    ...(q ? { q } : {}),
  };
  const list = useList(["conversations", query], (foyer, page) => foyer.conversations.list({ ...query, ...page }), {
    on: ["conversation.", "message."],
    size: 40,
  });
  const counts = useQuery(["conversations", "counts"], (foyer) => foyer.conversations.counts(), {
    on: ["conversation.", "message."],
  });
  const filtered = !!(whose || channel || q);
  const count = (one: Status) => (one === "open" || one === "pending" ? counts.data?.[one] : undefined);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the links inside
    <div class="p-inbox-list" ref={box} onKeyDown={(event) => rowKeys(event, box)}>
      <div class="p-inbox-head">
        <h1>{t("title")}</h1>
        <nav class="p-inbox-tabs" aria-label={t("status")}>
          {statuses.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === status ? "true" : undefined}
              onClick={() => setStatus(one === "open" ? undefined : one)}
            >
              {t(one)}
              {!!count(one) && <span class="f-tabular"> {count(one)}</span>}
            </button>
          ))}
        </nav>
        <div class="p-inbox-tools">
          <SearchBox label={t("search")} />
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
            label={t("channel")}
            value={channel}
            onChange={setChannel}
            options={(["chat", "email", "api"] as const).map((value) => ({ value, label: t(value) }))}
          />
        </div>
      </div>
      <div class="p-inbox-rows">
        <Shown of={list} skeleton={<RowSkeletons />}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty
                icon={icons.inbox}
                title={t(filtered ? "emptyFiltered" : "empty")}
                text={t(filtered || status !== "open" ? "emptyFilteredText" : "emptyText")}
              />
            ) : (
              <>
                <ul aria-label={t("conversations")}>
                  {rows.map((row) => (
                    <ConversationRow key={row.id} row={row} open={row.id === open} />
                  ))}
                </ul>
                {list.hasMore && (
                  <div class="p-inbox-more">
                    <Button size="s" variant="quiet" busy={list.busy} onClick={list.more}>
                      {t("more")}
                    </Button>
                  </div>
                )}
              </>
            )
          }
        </Shown>
      </div>
    </div>
  );
}

function ConversationRow({ row, open }: { row: Conversation; open: boolean }) {
  const { t } = useStrings(en);
  const { router } = usePortal();
  const name = nameOf(row, t("visitor"));
  const { last_message: last } = row;
  return (
    <li class={`p-inbox-row${open ? " p-open" : ""}${row.unread ? " p-unread" : ""}`}>
      <a
        class="p-row-link"
        href={href(`/inbox/${row.id}${`?${router.get().query}`.replace(/^\?$/, "")}`)}
        aria-current={open ? "true" : undefined}
      >
        <Avatar name={name} size={34} />
        <span class="p-inbox-row-text">
          <span class="p-inbox-row-line">
            <span class="p-ellipsis p-inbox-name">{name}</span>
            {last && <RelativeTime at={last.at} short />}
          </span>
          <span class="p-inbox-row-line">
            <span class="p-ellipsis p-inbox-preview">
              {last && (last.sender_kind === "customer" ? last.text : t("teamSaid", { text: last.text }))}
            </span>
            {row.unread > 0 && (
              <>
                <span class="p-inbox-dot" />
                <span class="f-hidden">{t("unread", { count: row.unread })}</span>
              </>
            )}
          </span>
          {(row.priority === "high" || row.priority === "urgent") && (
            <span class="p-inbox-row-badges">
              <PriorityBadge of={row.priority} />
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

function RowSkeletons() {
  return (
    <ul>
      {Array.from({ length: 8 }, (_, row) => (
        <li key={row} class="p-inbox-row-skeleton">
          <Skeleton width="34px" height="34px" radius="50%" />
          <div>
            <Skeleton width={`${40 + ((row * 13) % 30)}%`} height="13px" />
            <Skeleton width={`${60 + ((row * 7) % 35)}%`} height="13px" />
          </div>
        </li>
      ))}
    </ul>
  );
}
