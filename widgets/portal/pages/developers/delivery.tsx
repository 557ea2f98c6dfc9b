import type { WebhookDeliveryWithLog } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Badge, Button, Skeleton } from "../../../kit/index.ts";
import { useAction, useQuery } from "../../data/hooks.ts";
import { Copy } from "../../parts/copy-box.tsx";
import { DetailPane, Facts } from "../../parts/list-detail.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { Json } from "./json.tsx";
import { en } from "./strings.ts";

/** One delivery: what was sent beside what was answered, attempt by attempt. */
export function DeliveryPane({ endpoint, id }: { endpoint: string; id: string }) {
  const { t } = useStrings(en);
  const { foyer, can, toasts, cache } = usePortal();
  const query = useQuery(["delivery", id], (one) => one.deliveries.retrieve(id), { on: ["webhook.delivery"] });
  const delivery = query.data;
  const replay = useAction(async () => {
    await foyer.deliveries.replay(id);
    toasts.show(t("replayed"));
    cache.hear({ type: "webhook.delivery" });
    setTimeout(() => cache.hear({ type: "webhook.delivery" }), 1500);
  });
  return (
    <DetailPane
      title={
        delivery ? (
          <code class="p-code-title" translate={false}>
            {delivery.event_type}
          </code>
        ) : (
          <Skeleton width="160px" />
        )
      }
      label={t("deliveryLabel", { type: delivery?.event_type ?? "" })}
      back={`/developers/webhooks/${endpoint}`}
      actions={delivery && <StatusBadge of={delivery.status} />}
      bottom={
        can("webhooks:write") && delivery ? (
          <div class="p-form-actions">
            <Button icon={icons.refresh} busy={replay.busy} onClick={() => void replay.run()}>
              {t("replay")}
            </Button>
          </div>
        ) : undefined
      }
    >
      <Shown of={query} skeleton={<Skeleton lines={8} height="18px" />}>
        {(shown) => <Both of={shown} />}
      </Shown>
    </DetailPane>
  );
}

function Both({ of }: { of: WebhookDeliveryWithLog }) {
  const { t, date } = useStrings(en);
  const when = (at: string) => date(at, { dateStyle: "medium", timeStyle: "medium" });
  return (
    <div class="p-dev-both">
      <section aria-label={t("attempts")}>
        <h3>{t("attempts")}</h3>
        {of.attempt_log.length === 0 && <p class="f-muted">{t("attemptsNone")}</p>}
        <ol class="p-dev-attempts">
          {of.attempt_log.toReversed().map((attempt) => (
            <li key={attempt.at}>
              <p>
                <Badge tone={attempt.status && attempt.status < 300 ? "success" : "danger"}>
                  {attempt.status ?? t("noAnswer")}
                </Badge>{" "}
                <span class="f-tabular">{when(attempt.at)}</span>{" "}
                <span class="f-muted f-tabular">{t("took", { count: attempt.duration })}</span>
              </p>
              {attempt.failure && <p class="p-dev-failure">{attempt.failure}</p>}
              {attempt.response_body && (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
                <pre class="p-json" tabIndex={0} dir="ltr" translate={false}>
                  {attempt.response_body}
                </pre>
              )}
            </li>
          ))}
        </ol>
        {of.next_attempt_at && <p class="f-muted">{t("nextAttempt", { when: when(of.next_attempt_at) })}</p>}
        <Facts
          of={[
            [t("id"), <code class="p-code">{of.event_id}</code>],
            [t("created"), when(of.created_at)],
          ]}
        />
      </section>
      <section aria-label={t("payload")}>
        <h3>
          {t("payload")} <Copy text={JSON.stringify(of.payload)} label={t("copyPayload")} />
        </h3>
        <Json of={of.payload} />
      </section>
    </div>
  );
}
