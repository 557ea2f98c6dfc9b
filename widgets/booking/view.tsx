import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../kit/controls/button.tsx";
import { Loading, Skeleton } from "../kit/controls/skeleton.tsx";
import { useI18n } from "../kit/i18n.ts";
import { lazy } from "../kit/lazy.tsx";
import { useStore } from "../kit/store.ts";
import type { BookingHost } from "./element.tsx";
import type { Step } from "./flow.ts";
import type { BookingFlow } from "./state.ts";
import type { en } from "./strings/en.ts";

const waiting = () => (
  <Loading>
    <Skeleton width="50%" height="28px" />
    <Skeleton height="380px" radius="10px" />
  </Loading>
);
const Resources = lazy(
  () => import("./chunks/start.ts").then((module) => module.Resources),
  () => <Waiting />,
);
const Time = lazy(() => import("./chunks/choose.ts").then((module) => module.Time), waiting);
const Details = lazy(() => import("./chunks/finish.ts").then((module) => module.Details), waiting);
const Done = lazy(() => import("./chunks/finish.ts").then((module) => module.Done), waiting);
const InDialog = lazy(() => import("./in-dialog.tsx").then((module) => module.InDialog));

export function BookingView({ host, state: flow }: { host: BookingHost; state: BookingFlow }) {
  const { t } = useI18n<typeof en>();
  const open = useStore(flow.store, (value) => value.open);
  if (host.layout !== "button") return <Flow flow={flow} />;
  return (
    <>
      <Button variant="primary" part="button" aria-haspopup="dialog" onClick={() => flow.show(true)}>
        {host.label ?? t("bookNow")}
      </Button>
      {open && (
        <InDialog title={host.label ?? t("bookNow")} onClose={() => flow.show(false)}>
          <Flow flow={flow} />
        </InDialog>
      )}
    </>
  );
}

function Flow({ flow }: { flow: BookingFlow }) {
  const { t } = useI18n<typeof en>();
  const root = useRef<HTMLElement>(null);
  const step = useStore(flow.store, (value) => value.step);
  const catalogue = useStore(flow.store, (value) => value.catalogue);
  const ready = typeof catalogue === "object";
  const shown = useRef<Step>(undefined);

  // Nothing is asked for before it can be seen.
  useEffect(() => {
    if (catalogue !== "idle" || !root.current) return;
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) flow.start();
      },
      { rootMargin: "200px" },
    );
    seen.observe(root.current);
    return () => seen.disconnect();
  }, [catalogue]);

  useEffect(() => {
    // The cards arrive while what is on them is being asked for.
    if (catalogue === "loading") void Resources.preload().catch(() => undefined);
    if (typeof catalogue !== "object") return;
    const next = { resources: Time, time: Details, details: Done, done: undefined }[step];
    void next?.preload().catch(() => undefined);
  }, [step, catalogue]);

  // The next step starts where it starts, for eyes and for screen readers; nothing moves when the page is opened.
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = ready ? step : undefined;
    if (!ready || !before || before === step) return;
    const box = root.current;
    box?.focus({ preventScroll: true });
    if (box && box.getBoundingClientRect().top < 0) box.scrollIntoView({ block: "start" });
  }, [step, ready]);

  return (
    <section ref={root} class="booking" tabIndex={-1} aria-label={t("bookNow")}>
      {catalogue === "idle" || catalogue === "loading" ? (
        <Waiting />
      ) : "failed" in catalogue || step === "resources" || !flow.steps ? (
        <Resources flow={flow} catalogue={catalogue} />
      ) : step === "time" ? (
        <Time flow={flow} steps={flow.steps} />
      ) : step === "details" ? (
        <Details flow={flow} steps={flow.steps} catalogue={catalogue} />
      ) : (
        <Done flow={flow} />
      )}
    </section>
  );
}

function Waiting() {
  return (
    <Loading>
      <Skeleton width="55%" height="28px" />
      <div class="booking-cards">
        {[0, 1, 2].map((index) => (
          <Skeleton key={index} height="280px" radius="10px" />
        ))}
      </div>
    </Loading>
  );
}
