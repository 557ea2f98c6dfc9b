import type { WaitlistOffer } from "@foyer/sdk";
import { useEffect, useRef } from "preact/hooks";
import { Badge, type BadgeProps } from "../../kit/controls/badge.tsx";
import { Button } from "../../kit/controls/button.tsx";
import { Empty } from "../../kit/controls/empty.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { Loading, Skeleton } from "../../kit/controls/skeleton.tsx";
import type { AnyHost } from "../../kit/define.ts";
import { useI18n } from "../../kit/i18n.ts";
import { link } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { Booked } from "./booked.tsx";
import { Failed } from "./failed.tsx";
import { Leaving } from "./leaving.tsx";
import { Offer } from "./offer.tsx";
import { entryOf, type Standing, standing, type Waiting } from "./state.ts";
import type { en } from "./strings/en.ts";
import { useNow } from "./use-now.ts";
import { Wanted } from "./wanted.tsx";

export function WaitlistView({ host, state: waiting }: { host: AnyHost; state: Waiting }) {
  const { t } = useI18n<typeof en>();
  const state = useStore(waiting.store);
  const entry = entryOf(state);
  const accent = entry?.business.accent_color;
  useEffect(() => {
    if (accent) host.setTenantAccent(accent);
  }, [accent]);
  useEffect(() => {
    document.title = [entry?.resource_name ?? t("title"), entry?.business.name].filter(Boolean).join(" · ");
  });
  return (
    <div class="wait-page">
      {entry && <p class="wait-business">{entry.business.name}</p>}
      <article class="wait-sheet">
        {!entry && <h1 class="f-hidden">{t("title")}</h1>}
        {state.entry === "loading" ? (
          <Loading>
            <Skeleton width="60%" height="26px" />
            <Skeleton height="180px" radius="10px" />
            <Skeleton height="44px" radius="6px" />
          </Loading>
        ) : state.entry === "missing" ? (
          <Empty icon={link} title={t("missing")} text={t("missingText")} />
        ) : !entry ? (
          <Failed title={t("loadFailed")} of={(state.entry as { failed: unknown }).failed} onRetry={waiting.load} />
        ) : (
          <Entry waiting={waiting} entry={entry} />
        )}
      </article>
    </div>
  );
}

const tones: Record<Standing, BadgeProps["tone"]> = {
  waiting: "info",
  offered: "success",
  ended: "neutral",
  booked: "success",
  left: "neutral",
};

function Entry({ waiting, entry }: { waiting: Waiting; entry: WaitlistOffer }) {
  const { t } = useI18n<typeof en>();
  const { booked, gone, working } = useStore(waiting.store);
  const now = useNow(entry.status === "offered" && !booked);
  const stands = standing(entry, now);
  const shown = booked ? "booked" : stands;
  const asked = booked?.status === "pending";
  const head = useRef<HTMLHeadingElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    head.current?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <>
      <div class="wait-head">
        <h1 ref={head} tabIndex={-1}>
          {t(asked ? "requestedTitle" : `${shown}Title`)}
        </h1>
        <Badge tone={asked ? "warning" : tones[shown]}>{t(asked ? "requested" : shown)}</Badge>
      </div>
      {gone && <ErrorNote title={t("gone")} text={t(stands === "waiting" ? "goneWaiting" : "goneText")} />}
      {booked ? (
        <Booked booking={booked} entry={entry} />
      ) : (
        <>
          {stands === "offered" ? (
            <Offer waiting={waiting} entry={entry} now={now} />
          ) : (
            <>
              <p class="wait-text">
                {t(stands === "ended" && !entry.offer_starts_at ? "endedInVain" : `${stands}Text`)}
              </p>
              <Wanted entry={entry} />
            </>
          )}
          {(stands === "waiting" || stands === "offered") && (
            <div class="wait-actions">
              {stands === "offered" && (
                <Button variant="primary" full form="wait-offer" type="submit" busy={working === "accepting"}>
                  {t("accept")}
                </Button>
              )}
              <Button full={stands === "offered"} onClick={() => waiting.ask(true)}>
                {t(stands === "offered" ? "decline" : "leave")}
              </Button>
            </div>
          )}
        </>
      )}
      <Leaving waiting={waiting} entry={entry} offered={stands === "offered"} />
    </>
  );
}
