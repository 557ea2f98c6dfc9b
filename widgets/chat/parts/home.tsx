import type { Conversation } from "@foyer/sdk";
import { useEffect, useRef } from "preact/hooks";
import { Avatar } from "../../kit/controls/avatar.tsx";
import { Button, IconButton } from "../../kit/controls/button.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { Loading, Skeleton } from "../../kit/controls/skeleton.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { chevronRight, close } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import type { Chat } from "../chat.ts";
import type { ChatHost } from "../shell.ts";
import type { en } from "../strings/languages.ts";
import { newKey } from "../value.ts";

/** What the visitor meets first: who answers and when, their conversations, and how to begin one. */
export function Home({ chat, host }: { chat: Chat; host: ChatHost }) {
  const { t } = useI18n<typeof en>();
  const { config, list, failures, away } = useStore(chat.store);
  const start = useRef<HTMLButtonElement>(null);
  const failure = failures.home;
  const asked = host.launcher;
  useEffect(() => {
    // A panel in the page must not take the focus from it.
    if (asked) start.current?.focus();
  }, [asked]);

  return (
    <div class="home">
      <div class="welcome">
        {host.launcher && (
          <IconButton class="welcome-close" icon={close} label={t("close")} onClick={() => chat.leave()} />
        )}
        {config || failure ? (
          <>
            <p class="welcome-name">
              <bdi>{config?.tenant_name}</bdi>
            </p>
            <h2>
              <bdi>{host.greeting || config?.greeting || t("greeting")}</bdi>
            </h2>
          </>
        ) : (
          <Loading>
            <Skeleton width="120px" height="22px" />
            <Skeleton width="240px" height="34px" />
          </Loading>
        )}
      </div>
      <div class="home-body">
        <section class="card start">
          {config && (
            <div class="team">
              <Avatar name={config.tenant_name} online={away === false} size={40} />
              <div>
                <p class="team-name">{t("team", { name: config.tenant_name })}</p>
                <p class="f-muted team-time">
                  {away !== undefined && t(away ? "away" : "here")}
                  {away !== undefined && config.reply_time && " · "}
                  <bdi>{config.reply_time}</bdi>
                </p>
              </div>
            </div>
          )}
          {!config && !failure && <Skeleton height="40px" />}
          <Button ref={start} variant="primary" full onClick={() => chat.show(newKey())}>
            {t("start")}
          </Button>
        </section>
        {failure && <ErrorNote title={t("loadFailed")} requestId={failure.requestId} onRetry={chat.retryHome} />}
        {list && list.length > 0 && (
          <section class="card recent">
            <h3>{t("recent")}</h3>
            <ul>
              {list.map((conversation) => (
                <Recent key={conversation.id} chat={chat} conversation={conversation} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

function Recent({ chat, conversation }: { chat: Chat; conversation: Conversation }) {
  const { t, relative } = useI18n<typeof en>();
  const { id, last_message, unread } = conversation;
  const own = last_message?.sender_kind === "customer";
  return (
    <li>
      <button type="button" class={unread > 0 ? "conversation unread" : "conversation"} onClick={() => chat.show(id)}>
        <span class="conversation-text">
          <span class="conversation-last" dir="auto">
            {own && <span class="f-muted">{t("you")}: </span>}
            {last_message?.text}
          </span>
          <span class="f-muted conversation-time">
            {relative(last_message?.at ?? conversation.created_at)}
            {unread > 0 && <span class="f-hidden">, {t("unread", { count: unread })}</span>}
          </span>
        </span>
        {unread > 0 ? (
          <span class="count" aria-hidden="true">
            {unread}
          </span>
        ) : (
          <Icon of={chevronRight} size={18} directional />
        )}
      </button>
    </li>
  );
}
