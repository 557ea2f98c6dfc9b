import { useState } from "preact/hooks";
import type { WebhookEndpoint, WebhookSecret } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Field, Input, Menu, Skeleton } from "../../../kit/index.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { DetailPane, Facts } from "../../parts/list-detail.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { Deliveries } from "./deliveries.tsx";
import { EndpointForm } from "./endpoint-form.tsx";
import { Once } from "./once.tsx";
import { en } from "./strings.ts";

export function EndpointPane({ id }: { id: string }) {
  const { t } = useStrings(en);
  const query = useQuery(["webhook", id], (foyer) => foyer.webhooks.retrieve(id), { on: ["webhook_endpoint."] });
  if (query.data) return <Open endpoint={query.data} put={query.put} reload={query.reload} />;
  return (
    <DetailPane title={<Skeleton width="200px" />} label={t("webhooks")} back="/developers/webhooks">
      <Shown of={query} skeleton={<Skeleton lines={5} height="20px" />}>
        {() => null}
      </Shown>
    </DetailPane>
  );
}

interface OpenProps {
  endpoint: WebhookEndpoint;
  put(endpoint: WebhookEndpoint): void;
  reload(): void;
}

function Open({ endpoint, put, reload }: OpenProps) {
  const { t, date } = useStrings(en);
  const { foyer, can, router, toasts, cache } = usePortal();
  const [asking, setAsking] = useState<"rotate" | "remove" | "replay" | "edit">();
  const [secret, setSecret] = useState<WebhookSecret>();
  const [since, setSince] = useState(() => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  const write = can("webhooks:write");
  const enabled = endpoint.status === "enabled";
  const stale = () => {
    toasts.show(t("outdated"), { milliseconds: 8000 });
    reload();
  };
  const onError = (error: unknown) => {
    if (!outdated(error)) return false;
    stale();
    return true;
  };
  const delivered = () => cache.hear({ type: "webhook.delivery" });
  const toggle = useAction(
    async () => {
      put(
        await foyer.webhooks.update(endpoint.id, {
          status: enabled ? "disabled" : "enabled",
          version: endpoint.version,
        }),
      );
      cache.hear({ type: "webhook_endpoint.updated" });
    },
    { onError },
  );
  const test = useAction(async () => {
    await foyer.webhooks.test(endpoint.id);
    delivered();
    // It is tried in the background.
    setTimeout(delivered, 1500);
    toasts.show(t("testSent"));
  });
  const rotate = useAction(async () => {
    setSecret(await foyer.webhooks.rotate(endpoint.id));
    setAsking(undefined);
    reload();
  });
  const replay = useAction(async () => {
    await foyer.webhooks.replay(endpoint.id, { since: new Date(`${since}T00:00:00`).toISOString() });
    setAsking(undefined);
    toasts.show(t("replayMissedDone"));
    setTimeout(delivered, 1500);
  });
  const remove = useAction(async () => {
    await foyer.webhooks.delete(endpoint.id);
    cache.hear({ type: "webhook_endpoint.deleted" });
    toasts.show(t("removed"));
    router.go("/developers/webhooks");
  });
  return (
    <DetailPane
      title={endpoint.url}
      label={t("endpointLabel", { url: endpoint.url })}
      back="/developers/webhooks"
      actions={
        <>
          <StatusBadge of={endpoint.status} />
          {write && (
            <Menu
              size="s"
              label={t("more")}
              items={[
                { label: t("edit"), icon: icons.edit, onSelect: () => setAsking("edit") },
                { label: t("rotateSecret"), icon: icons.refresh, onSelect: () => setAsking("rotate") },
                { label: t("replayMissed"), icon: icons.undo, disabled: !enabled, onSelect: () => setAsking("replay") },
                {
                  label: t("remove"),
                  icon: icons.trash,
                  danger: true,
                  divided: true,
                  onSelect: () => setAsking("remove"),
                },
              ]}
            />
          )}
        </>
      }
      bottom={
        write ? (
          <div class="p-form-actions">
            <Button busy={toggle.busy} onClick={() => void toggle.run()}>
              {enabled ? t("disable") : t("enable")}
            </Button>
            <Button variant="primary" icon={icons.send} busy={test.busy} onClick={() => void test.run()}>
              {t("test")}
            </Button>
          </div>
        ) : undefined
      }
    >
      {endpoint.disabled_reason && (
        <p class="p-dev-warning">{t("disabledBecause", { reason: endpoint.disabled_reason })}</p>
      )}
      <Facts
        of={[
          ...(endpoint.description ? [[t("description"), endpoint.description] as const] : []),
          [t("created"), date(endpoint.created_at, { dateStyle: "medium", timeStyle: "short" })],
          [
            t("eventsSent"),
            endpoint.events.length ? (
              <span class="p-tags" translate={false}>
                {endpoint.events.map((one) => (
                  <code key={one} class="p-code">
                    {one}
                  </code>
                ))}
              </span>
            ) : (
              t("allEvents")
            ),
          ],
        ]}
      />
      <Deliveries endpoint={endpoint.id} />
      {asking === "edit" && (
        <EndpointForm endpoint={endpoint} onClose={() => setAsking(undefined)} onSaved={put} onOutdated={stale} />
      )}
      {asking === "rotate" && (
        <Confirm
          title={t("rotateSecretTitle")}
          action={t("rotateSecretDo")}
          variant="primary"
          busy={rotate.busy}
          onConfirm={() => void rotate.run()}
          onClose={() => setAsking(undefined)}
        >
          <p>{t("rotateSecretText")}</p>
        </Confirm>
      )}
      {asking === "replay" && (
        <Confirm
          title={t("replayMissedTitle")}
          action={t("replayMissedDo")}
          variant="primary"
          busy={replay.busy}
          onConfirm={() => since && void replay.run()}
          onClose={() => setAsking(undefined)}
        >
          <p>{t("replayMissedText")}</p>
          <Field label={t("since")}>
            <Input type="date" value={since} onInput={setSince} />
          </Field>
        </Confirm>
      )}
      {asking === "remove" && (
        <Confirm
          title={t("removeTitle", { url: endpoint.url })}
          action={t("removeDo")}
          busy={remove.busy}
          onConfirm={() => void remove.run()}
          onClose={() => setAsking(undefined)}
        >
          <p>{t("removeText")}</p>
        </Confirm>
      )}
      {secret && (
        <Once
          title={t("secretTitle")}
          text={t("secretText")}
          secret={secret.secret}
          copyLabel={t("copySecret")}
          onClose={() => setSecret(undefined)}
        >
          <p class="f-hint">
            {t("rotatedText", {
              when: date(secret.previous_secret_until, { dateStyle: "medium", timeStyle: "short" }),
            })}
          </p>
        </Once>
      )}
    </DetailPane>
  );
}
