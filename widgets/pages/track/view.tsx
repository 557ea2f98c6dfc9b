import { useEffect } from "preact/hooks";
import { Empty } from "../../kit/controls/empty.tsx";
import type { AnyHost } from "../../kit/define.ts";
import { useI18n } from "../../kit/i18n.ts";
import { link } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { isMissing, type ThreadDesk } from "../../ticket/thread/state.ts";
import { ThreadView } from "../../ticket/thread/thread.tsx";
import type { en } from "./strings/en.ts";

export function TrackView({ host, state: desk }: { host: AnyHost; state: ThreadDesk }) {
  const { t } = useI18n<typeof en>();
  const { thread, failure } = useStore(desk.store);
  const missing = !thread && isMissing(failure);
  const business = thread?.business;
  useEffect(() => {
    if (business) host.setTenantAccent(business.accent_color);
  }, [business?.accent_color]);
  useEffect(() => {
    document.title = thread
      ? `#${thread.ticket.number} ${thread.ticket.subject}`
      : t(missing ? "missingTitle" : "title");
  }, [thread, missing, t]);
  return (
    <>
      {business && <p class="business">{business.name}</p>}
      <section class="sheet" aria-label={t("title")}>
        {missing ? (
          <Empty icon={link} title={t("missingTitle")} text={t("missingText")} />
        ) : (
          <ThreadView desk={desk} heading="h1" />
        )}
        {thread && <p class="open-to">{t("openTo")}</p>}
      </section>
    </>
  );
}
