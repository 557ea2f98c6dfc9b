import { useState } from "preact/hooks";
import type { NewWebhookEndpoint, WebhookEndpoint } from "../../../../sdk/index.ts";
import { Button, Dialog, Field, Input, Select, useI18n } from "../../../kit/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { CheckGroups } from "./check-groups.tsx";
import { areaName, eventGroups } from "./event-types.ts";
import { en } from "./strings.ts";

export interface EndpointFormProps {
  /** Absent for a new one. */
  endpoint?: WebhookEndpoint;
  onClose(): void;
  onCreated?(endpoint: NewWebhookEndpoint): void;
  onSaved?(endpoint: WebhookEndpoint): void;
  onOutdated?(): void;
}

export function EndpointForm({ endpoint, onClose, onCreated, onSaved, onOutdated }: EndpointFormProps) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, cache, toasts } = usePortal();
  const [url, setUrl] = useState(endpoint?.url ?? "https://");
  const [description, setDescription] = useState(endpoint?.description ?? "");
  const [some, setSome] = useState(!!endpoint?.events.length);
  const [events, setEvents] = useState<Set<string>>(new Set(endpoint?.events));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const save = useAction(
    async () => {
      const missing = {
        ...(URL.canParse(url) && new URL(url).hostname ? {} : { url: t("urlMissing") }),
        ...(some && !events.size ? { events: t("eventsMissing") } : {}),
      };
      setWrong(missing);
      if (Object.keys(missing).length) return;
      const body = { url: url.trim(), description: description.trim() || null, events: some ? [...events] : [] };
      if (endpoint) {
        onSaved?.(await foyer.webhooks.update(endpoint.id, { ...body, version: endpoint.version }));
        toasts.show(t("saved"));
        onClose();
      } else onCreated?.(await foyer.webhooks.create(body));
      cache.hear({ type: "webhook_endpoint.updated" });
    },
    {
      onError: (error) => {
        if (endpoint && outdated(error)) {
          onOutdated?.();
          onClose();
          return true;
        }
        const found = fieldErrors(error);
        setWrong(found);
        return Object.keys(found).length > 0;
      },
    },
  );
  return (
    <Dialog
      open
      size="l"
      title={endpoint ? t("editTitle") : t("newEndpoint")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.t("cancel")}</Button>
          <Button variant="primary" busy={save.busy} onClick={() => void save.run()}>
            {endpoint ? t("save") : t("createEndpoint")}
          </Button>
        </>
      }
    >
      <form
        class="p-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        <Field label={t("url")} hint={t("urlHint")} error={wrong.url}>
          <Input type="url" value={url} onInput={setUrl} spellcheck={false} autofocus />
        </Field>
        <Field label={t("description")} optional error={wrong.description}>
          <Input value={description} onInput={setDescription} maxLength={200} />
        </Field>
        <Field label={t("eventsSent")} error={wrong.events}>
          <Select
            value={some ? "some" : "all"}
            onChange={(value) => setSome(value === "some")}
            options={[
              { value: "all", label: t("allEvents") },
              { value: "some", label: t("someEvents") },
            ]}
          />
        </Field>
        {some && (
          <CheckGroups
            label={t("eventsSent")}
            value={events}
            onChange={setEvents}
            groups={eventGroups.map(({ area, types }) => ({
              id: area,
              name: areaName(area),
              options: types.map((value) => ({ value, label: <code class="p-code">{value}</code> })),
            }))}
          />
        )}
      </form>
    </Dialog>
  );
}
