import { useState } from "preact/hooks";
import type { NewKey } from "../../../../sdk/index.ts";
import { Button, Dialog, Field, Input, Select, Textarea, useI18n } from "../../../kit/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { CheckGroups } from "./check-groups.tsx";
import { areaName } from "./event-types.ts";
import { en } from "./strings.ts";

type Kind = "secret" | "publishable";

/** A key to come. */
export function NewKeyForm({ onClose, onCreated }: { onClose(): void; onCreated(key: NewKey): void }) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, me, cache } = usePortal();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Kind>("secret");
  const [some, setSome] = useState(false);
  const [scopes, setScopes] = useState<Set<string>>(new Set());
  const [origins, setOrigins] = useState("");
  const [expires, setExpires] = useState("");
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const listed = origins
    .split(/[\s,]+/)
    .map((one) => one.replace(/\/+$/, ""))
    .filter(Boolean);
  const groups = [...Map.groupBy(me.permissions, (one) => one.split(":")[0] ?? "")].map(([area, all]) => ({
    id: area,
    name: areaName(area),
    options: all.map((value) => ({ value, label: areaName(value.split(":")[1] ?? "") })),
  }));
  const save = useAction(
    async () => {
      const missing = {
        ...(name.trim() ? {} : { name: t("nameMissing") }),
        ...(kind === "publishable" && !listed.length ? { origins: t("originsMissing") } : {}),
        ...(kind === "secret" && some && !scopes.size ? { scopes: t("scopesMissing") } : {}),
      };
      setWrong(missing);
      if (Object.keys(missing).length) return;
      const key = await foyer.keys.create({
        name: name.trim(),
        kind,
        ...(kind === "publishable" ? { origins: listed } : some ? { scopes: [...scopes] } : {}),
        // To the end of that day, where the person is.
        ...(expires ? { expires_at: new Date(`${expires}T23:59:59`).toISOString() } : {}),
      });
      cache.hear({ type: "key.created" });
      onCreated(key);
    },
    {
      onError: (error) => {
        const found = fieldErrors(error);
        setWrong(found);
        return Object.keys(found).length > 0;
      },
    },
  );
  return (
    <Dialog
      open
      title={t("newKey")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.t("cancel")}</Button>
          <Button variant="primary" busy={save.busy} onClick={() => void save.run()}>
            {t("create")}
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
        <Field label={t("name")} hint={t("nameHint")} error={wrong.name}>
          <Input value={name} onInput={setName} maxLength={80} autofocus />
        </Field>
        <Field label={t("kind")} hint={t(`kind.${kind}Hint`)}>
          <Select
            value={kind}
            onChange={(value) => setKind(value as Kind)}
            options={(["secret", "publishable"] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </Field>
        {kind === "publishable" ? (
          <Field label={t("origins")} hint={t("originsHint")} error={wrong.origins}>
            <Textarea value={origins} onInput={setOrigins} rows={2} spellcheck={false} />
          </Field>
        ) : (
          <>
            <Field label={t("scopes")} error={wrong.scopes}>
              <Select
                value={some ? "some" : "all"}
                onChange={(value) => setSome(value === "some")}
                options={[
                  { value: "all", label: t("scopesAll") },
                  { value: "some", label: t("scopesSome") },
                ]}
              />
            </Field>
            {some && <CheckGroups label={t("scopes")} groups={groups} value={scopes} onChange={setScopes} />}
          </>
        )}
        <Field label={t("expiresAt")} hint={t("expiresHint")} optional error={wrong.expires_at}>
          <Input type="date" value={expires} onInput={setExpires} />
        </Field>
      </form>
    </Dialog>
  );
}
