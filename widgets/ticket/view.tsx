import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Button, IconButton } from "../kit/controls/button.tsx";
import { Loading, Skeleton } from "../kit/controls/skeleton.tsx";
import { useI18n } from "../kit/i18n.ts";
import { arrowLeft, ticket as ticketIcon } from "../kit/icons.ts";
import { lazy } from "../kit/lazy.tsx";
import { useStore } from "../kit/store.ts";
import type { TicketHost } from "./element.tsx";
import type { Desk } from "./state.ts";
import type { en } from "./strings/en.ts";

const waiting = () => (
  <Loading>
    <Skeleton height="56px" />
    <Skeleton height="56px" />
    <Skeleton height="56px" />
  </Loading>
);
const formWaiting = () => (
  <Loading>
    {["74px", "72px", "144px", "140px", "72px", "44px"].map((height, index) => (
      <Skeleton key={index} height={height} />
    ))}
  </Loading>
);
const Form = lazy(() => import("./chunks/form.ts").then((module) => module.Form), formWaiting);
const Done = lazy(() => import("./chunks/form.ts").then((module) => module.Done), waiting);
const Mine = lazy(() => import("./mine/mine.tsx").then((module) => module.Mine), waiting);
const InDialog = lazy(() => import("./parts/in-dialog.tsx").then((module) => module.InDialog));

export function TicketView({ host, state: desk }: { host: TicketHost; state: Desk }) {
  const { t } = useI18n<typeof en>();
  const open = useStore(desk.store, (value) => value.open);
  const shown = useStore(desk.store, (value) => value.shown);
  const title = t(shown === "form" ? "title" : shown === "done" ? "doneTitle" : "mine");
  if (host.layout !== "button") {
    return (
      <section class="desk-surface" part="surface" aria-label={title}>
        <Counter desk={desk} title={title} />
      </section>
    );
  }
  const label = host.label ?? t("launch");
  const ahead = () => void InDialog.preload().catch(() => undefined);
  return (
    <>
      <Button
        variant="primary"
        part="button"
        aria-haspopup="dialog"
        onPointerEnter={ahead}
        onFocus={ahead}
        onClick={desk.open}
      >
        {label}
      </Button>
      {open && (
        <InDialog title={shown === "done" ? label : title} onClose={desk.close}>
          <Counter desk={desk} />
        </InDialog>
      )}
    </>
  );
}

/** What is shown now, under its heading; in a dialog that has the heading itself. */
function Counter({ desk, title }: { desk: Desk; title?: string }) {
  const { t } = useI18n<typeof en>();
  const { shown, ticketId, returning } = useStore(desk.store);
  const root = useRef<HTMLDivElement>(null);
  const seen = useRef(shown + ticketId);

  // Nothing is asked for before it can be seen.
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && desk.start());
    if (root.current) watch.observe(root.current);
    return () => watch.disconnect();
  }, [desk]);

  useEffect(() => {
    if (shown !== "form") void Mine.preload().catch(() => undefined);
  }, [shown]);

  // Another part starts where it starts, for eyes and for screen readers; nothing moves when the page is opened.
  useLayoutEffect(() => {
    if (seen.current === shown + ticketId) return;
    seen.current = shown + ticketId;
    const box = root.current;
    box?.focus({ preventScroll: true });
    if (box && box.getBoundingClientRect().top < 0) box.scrollIntoView({ block: "start" });
  }, [shown, ticketId]);

  const back = () => (ticketId ? desk.show("mine") : desk.show("form"));
  return (
    <div ref={root} class="desk-counter" tabIndex={-1}>
      <Head title={title} shown={shown} onBack={shown === "mine" ? back : undefined}>
        {shown === "form" && returning && (
          <Button size="s" variant="quiet" icon={ticketIcon} onClick={() => desk.show("mine")}>
            {t("mine")}
          </Button>
        )}
        {shown === "mine" && !ticketId && (
          <Button size="s" onClick={() => desk.show("form")}>
            {t("another")}
          </Button>
        )}
      </Head>
      {shown === "form" ? <Form desk={desk} /> : shown === "done" ? <Done desk={desk} /> : <Mine desk={desk} />}
    </div>
  );
}

interface HeadProps {
  title: string | undefined;
  shown: string;
  onBack: (() => void) | undefined;
  children: ComponentChildren;
}

function Head({ title, shown, onBack, children }: HeadProps) {
  const { t } = useI18n<typeof en>();
  return (
    <header class="desk-head">
      {onBack && <IconButton size="s" icon={arrowLeft} directional label={t("back")} onClick={onBack} />}
      {title && shown !== "done" && <h2>{title}</h2>}
      {children}
      {shown === "form" && <p class="f-muted">{t("intro")}</p>}
    </header>
  );
}
