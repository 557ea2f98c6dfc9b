import { useEffect, useRef, useState } from "preact/hooks";
import { Avatar } from "../../kit/controls/avatar.tsx";
import { Button, IconButton } from "../../kit/controls/button.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Icon } from "../../kit/controls/icon.tsx";
import { Loading, Skeleton } from "../../kit/controls/skeleton.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { arrowLeft, chevronDown, close, offline } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import type { Chat } from "../chat.ts";
import type { ChatHost } from "../shell.ts";
import { isIncoming } from "../state.ts";
import type { en } from "../strings/languages.ts";
import { Address } from "./address.tsx";
import { Composer } from "./composer.tsx";
import { Messages } from "./messages.tsx";

/** One conversation, or one that is about to begin. */
export function Thread({ chat, id, host }: { chat: Chat; id: string; host: ChatHost }) {
  const { t } = useI18n<typeof en>();
  const { threads, list, pending, failures, config, away, typing, asked, thanked, stuck, link } = useStore(chat.store);
  const thread = threads[id];
  const conversation = list?.find((one) => one.id === id);
  const own = pending.filter((item) => item.thread === id);
  const fresh = id.startsWith("new:");
  const failure = failures[id];
  const speaker = thread?.messages.findLast(isIncoming)?.sender_name;
  const name = speaker ?? config?.tenant_name ?? "";
  const somebodyTypes = typing?.id === id;
  const unreached = away === true && own.length === 0 && !thread?.messages.length;
  const unknown = conversation && !conversation.contact?.email && !host.contact?.email;
  const cut = useCut(link, stuck);

  return (
    <div class="thread">
      <div class="bar">
        <IconButton icon={arrowLeft} directional label={t("back")} onClick={() => chat.show(undefined)} />
        {name && <Avatar name={name} size={36} online={away === false} />}
        <div class="bar-text">
          <h2>{name || t("titlePlain")}</h2>
          <p class="f-muted">{away !== undefined && t(away ? "away" : "here")}</p>
        </div>
        {host.launcher && <IconButton icon={close} label={t("close")} onClick={() => chat.leave()} />}
      </div>

      <Scroller follow={own.length}>
        {thread?.earlier && (
          <div class="earlier">
            <Button size="s" variant="quiet" onClick={() => chat.reachBack(id)}>
              {t("earlier")}
            </Button>
          </div>
        )}
        {fresh && own.length === 0 && (
          <div class="intro">
            <p>{t(away ? "awayText" : "intro")}</p>
            {config?.reply_time && <p dir="auto">{config.reply_time}</p>}
          </div>
        )}
        {!thread && !fresh && own.length === 0 && !failure && (
          <Loading>
            <span class="ghost">
              <Skeleton width="62%" height="40px" radius="14px" />
            </span>
            <span class="ghost ghost-own">
              <Skeleton width="48%" height="40px" radius="14px" />
            </span>
            <span class="ghost">
              <Skeleton width="70%" height="62px" radius="14px" />
            </span>
          </Loading>
        )}
        <Messages chat={chat} thread={thread} pending={own} stuck={stuck} />
        {failure && (
          <ErrorNote title={t("loadFailed")} requestId={failure.requestId} onRetry={() => void chat.refresh(id)} />
        )}
        {unknown && !asked && <Address key="after" chat={chat} />}
        {thanked && (
          <p class="system" role="status">
            {t("thanks", { email: thanked })}
          </p>
        )}
        <p class="typing" role="status">
          {somebodyTypes && (
            <>
              <span class="dots" aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              <span class="f-hidden">{t("typing", { name: typing.name || name })}</span>
            </>
          )}
        </p>
      </Scroller>

      {cut && (
        <p class="notice" role="status">
          <Icon of={offline} size={18} />
          <span>{t("offline")}</span>
        </p>
      )}
      {unreached && !host.contact?.email && <Address key="before" chat={chat} before />}
      <Composer chat={chat} id={id} focused={host.launcher} />
    </div>
  );
}

/** The connection is gone, and not only for a moment. */
function useCut(link: string | undefined, stuck: boolean): boolean {
  const broken = link === "connecting" || stuck;
  const [cut, setCut] = useState(false);
  useEffect(() => {
    if (!broken) return setCut(false);
    const timer = setTimeout(setCut, navigator.onLine ? 4000 : 0, true);
    return () => clearTimeout(timer);
  }, [broken]);
  return cut;
}

/** Stays at the newest message while the reader does; laid out from the end, so that older ones push nothing down. */
function Scroller({ follow, children }: { follow: number; children: preact.ComponentChildren }) {
  const { t } = useI18n<typeof en>();
  const box = useRef<HTMLDivElement>(null);
  const [behind, setBehind] = useState(false);
  const toEnd = () => box.current?.scrollTo({ top: 0 });
  // What the visitor sends, the visitor sees.
  useEffect(toEnd, [follow]);
  return (
    <div class="scroll-area">
      <div
        ref={box}
        class="scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-label={t("message")}
        onScroll={(event) => setBehind(event.currentTarget.scrollTop < -160)}
      >
        <div class="scrolled">{children}</div>
      </div>
      {behind && (
        <IconButton
          class="latest"
          variant="secondary"
          size="s"
          icon={chevronDown}
          label={t("latest")}
          onClick={toEnd}
        />
      )}
    </div>
  );
}
