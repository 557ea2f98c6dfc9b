import { useState } from "preact/hooks";
import type { Key, NewKey } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Badge, Button, Checkbox, Empty, Field, Input } from "../../../kit/index.ts";
import { useAction, useList } from "../../data/hooks.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { DetailPane, Facts, ListDetail } from "../../parts/list-detail.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { Head } from "./head.tsx";
import { keyState, works } from "./key-state.ts";
import { NewKeyForm } from "./new-key.tsx";
import { Once } from "./once.tsx";
import { en } from "./strings.ts";

function State({ of }: { of: Key }) {
  const { t, date } = useStrings(en);
  const state = keyState(of);
  if (state === "revoked") return <Badge tone="danger">{t("revoked")}</Badge>;
  if (state === "expired") return <Badge>{t("expired")}</Badge>;
  if (state === "active" || !of.expires_at) return <Badge tone="success">{t("active")}</Badge>;
  return (
    <Badge tone="warning">{t("expires", { when: date(of.expires_at, { day: "numeric", month: "short" }) })}</Badge>
  );
}

/** Credentials of programs and of websites. */
export function Keys({ id }: { id: string | undefined }) {
  const { t } = useStrings(en);
  const { can } = usePortal();
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<NewKey>();
  const [all, setAll] = useState(false);
  const list = useList(["keys"], (foyer, page) => foyer.keys.list(page), { on: ["key."], size: 100 });
  const rows = all ? list.items : list.items.filter(works);
  const columns: Column<Key>[] = [
    { id: "name", label: t("name"), cell: (row) => row.name, card: "title" },
    {
      id: "key",
      label: t("key"),
      width: "210px",
      cell: (row) => (
        <code class="p-code" translate={false}>
          {row.prefix}
        </code>
      ),
    },
    { id: "kind", label: t("kind"), width: "110px", cell: (row) => t(`kind.${row.kind}`) },
    ...(id
      ? []
      : [
          {
            id: "used",
            label: t("lastUsed"),
            width: "130px",
            cell: (row: Key) => (row.last_used_at ? <RelativeTime at={row.last_used_at} short /> : t("never")),
          },
        ]),
    { id: "state", label: t("state"), width: "130px", cell: (row) => <State of={row} />, card: "end" },
  ];
  const create = can("keys:write") && (
    <Button variant="primary" icon={icons.plus} onClick={() => setCreating(true)}>
      {t("newKey")}
    </Button>
  );
  const open = list.items.find((key) => key.id === id);
  return (
    <>
      <ListDetail
        open={id}
        list={
          <>
            <Head current="keys" actions={create}>
              <Checkbox checked={all} onChange={setAll}>
                {t("showRevoked")}
              </Checkbox>
            </Head>
            <DataTable
              label={t("keys")}
              list={{ ...list, data: list.data && rows, items: rows }}
              columns={columns}
              name={(row) => row.name}
              to={(row) => `/developers/keys/${row.id}`}
              open={id}
              empty={<Empty icon={icons.key} title={t("keysNone")} text={t("keysNoneText")} action={create} />}
            />
          </>
        }
        detail={open && <KeyPane key={open.id} of={open} onRotated={setMade} />}
      />
      {creating && (
        <NewKeyForm
          onClose={() => setCreating(false)}
          onCreated={(key) => {
            setCreating(false);
            setMade(key);
          }}
        />
      )}
      {made && (
        <Once
          title={t("tokenTitle")}
          text={t("tokenText")}
          secret={made.token}
          copyLabel={t("copyKey")}
          onClose={() => setMade(undefined)}
        />
      )}
    </>
  );
}

function KeyPane({ of, onRotated }: { of: Key; onRotated(key: NewKey): void }) {
  const { t, date } = useStrings(en);
  const { foyer, can, toasts, cache } = usePortal();
  const [asking, setAsking] = useState<"rotate" | "revoke">();
  const [overlap, setOverlap] = useState("24");
  const hours = Number(overlap);
  const rotate = useAction(async () => {
    const key = await foyer.keys.rotate(of.id, { overlap_hours: hours });
    cache.hear({ type: "key.created" });
    setAsking(undefined);
    onRotated(key);
  });
  const revoke = useAction(async () => {
    await foyer.keys.revoke(of.id);
    cache.hear({ type: "key.revoked" });
    setAsking(undefined);
    toasts.show(t("revokedDone", { name: of.name }));
  });
  const when = (at: string) => date(at, { dateStyle: "medium", timeStyle: "short" });
  const alive = works(of);
  return (
    <DetailPane
      title={of.name}
      label={t("keyLabel", { name: of.name })}
      back="/developers/keys"
      actions={<State of={of} />}
      bottom={
        can("keys:write") && alive ? (
          <div class="p-form-actions">
            {!of.revoked_at && (
              <Button icon={icons.refresh} onClick={() => setAsking("rotate")}>
                {t("rotate")}
              </Button>
            )}
            <Button variant="danger" onClick={() => setAsking("revoke")}>
              {t("revoke")}
            </Button>
          </div>
        ) : undefined
      }
    >
      <Facts
        of={[
          [
            t("key"),
            <code class="p-code" translate={false}>
              {of.prefix}
            </code>,
          ],
          [t("kind"), t(`kind.${of.kind}`)],
          [t("mode"), <StatusBadge of={of.mode} />],
          [t("created"), when(of.created_at)],
          [t("lastUsed"), of.last_used_at ? when(of.last_used_at) : t("never")],
          ...(of.expires_at ? [[t("expiresAt"), when(of.expires_at)] as const] : []),
          ...(of.revoked_at ? [[t(alive ? "replaced" : "revoked"), when(of.revoked_at)] as const] : []),
          of.kind === "publishable"
            ? [t("origins"), <Lines of={of.origins} />]
            : [t("scopes"), of.scopes.includes("*") ? t("allRights") : <Lines of={of.scopes} />],
        ]}
      />
      {asking === "rotate" && (
        <Confirm
          title={t("rotateTitle", { name: of.name })}
          action={t("rotateDo", { name: of.name })}
          variant="primary"
          busy={rotate.busy}
          onConfirm={() => Number.isInteger(hours) && hours >= 0 && void rotate.run()}
          onClose={() => setAsking(undefined)}
        >
          <p>{t("rotateText")}</p>
          <Field label={t("overlap")}>
            <Input type="number" min="0" max="720" inputmode="numeric" value={overlap} onInput={setOverlap} />
          </Field>
        </Confirm>
      )}
      {asking === "revoke" && (
        <Confirm
          title={t("revokeTitle", { name: of.name })}
          action={t("revokeDo", { name: of.name })}
          busy={revoke.busy}
          onConfirm={() => void revoke.run()}
          onClose={() => setAsking(undefined)}
        >
          <p>{t("revokeText", { prefix: of.prefix })}</p>
        </Confirm>
      )}
    </DetailPane>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <ul class="p-lines" translate={false}>
      {of.map((one) => (
        <li key={one}>
          <code class="p-code">{one}</code>
        </li>
      ))}
    </ul>
  );
}
