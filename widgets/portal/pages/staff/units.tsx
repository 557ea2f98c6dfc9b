import { useState } from "preact/hooks";
import { type Pool, ProblemError, type Unit } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Avatar, Badge, Button, Icon, List, Menu, Row } from "../../../kit/index.ts";
import { useAction, useMembers } from "../../data/hooks.ts";
import { CheckField, TextField } from "../../parts/fields.tsx";
import { FormDialog, useForm } from "../../parts/form-dialog.tsx";
import { Panel } from "../../parts/panel.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

/** Colours for calendars, dark enough for white text. */
const colours = ["#0f766e", "#1d4ed8", "#7c3aed", "#be185d", "#b91c1c", "#b45309", "#4d7c0f", "#475569"];

/** The people and things of a pool; changes take effect at once. */
export function Units({ pool, write }: { pool: Pool; write: boolean }) {
  const { t } = useStrings(en);
  const { foyer, cache } = usePortal();
  const members = useMembers();
  const [open, setOpen] = useState<Unit | "thing">();
  const add = useAction(async (member_id: string) => {
    await foyer.units.create(pool.id, { member_id });
    cache.hear({ type: "unit.created" });
  });
  const free = members.items.filter(
    ({ id, status }) => status === "active" && !pool.units.some(({ member_id }) => member_id === id),
  );
  return (
    <Panel
      title={t("units")}
      end={
        write && (
          <span class="p-units-add">
            <Menu
              size="s"
              items={
                free.length
                  ? free.map(({ id, name }) => ({ label: name, onSelect: () => void add.run(id) }))
                  : [{ label: t("everyone"), disabled: true, onSelect: () => {} }]
              }
            >
              {t("addPerson")}
            </Menu>
            <Button size="s" icon={icons.plus} onClick={() => setOpen("thing")}>
              {t("addThing")}
            </Button>
          </span>
        )
      }
    >
      {pool.units.length === 0 ? (
        <p class="f-muted">{t("noUnits")}</p>
      ) : (
        <div class="p-card">
          <List label={t("units")}>
            {pool.units.map((unit) => (
              <Row
                key={unit.id}
                leading={
                  <span class="p-unit-face" style={unit.color ? { borderColor: unit.color } : undefined}>
                    {unit.member_id ? <Avatar name={unit.name} size={28} /> : <Icon of={icons.tag} size={16} />}
                  </span>
                }
                title={unit.name}
                detail={unit.member_id ? undefined : t("thing")}
                trailing={unit.status === "inactive" ? <Badge>{t("paused_")}</Badge> : undefined}
                {...(write ? { onClick: () => setOpen(unit) } : {})}
              />
            ))}
          </List>
        </div>
      )}
      {open && <UnitForm pool={pool} unit={open === "thing" ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
}

interface UnitFormProps {
  pool: Pool;
  unit: Unit | undefined;
  onClose(): void;
}

function UnitForm({ pool, unit, onClose }: UnitFormProps) {
  const { t } = useStrings(en);
  const { foyer, cache, toasts } = usePortal();
  const form = useForm(
    { name: unit?.name ?? "", color: unit?.color ?? null, status: unit?.status ?? ("active" as const) },
    {
      check: ({ name }) => (name.trim() ? {} : { "/name": t("missing") }),
      save: async (draft) => {
        const input = { ...draft, name: draft.name.trim() };
        if (unit) await foyer.units.update(unit.id, { ...input, version: unit.version });
        else await foyer.units.create(pool.id, input);
        cache.hear({ type: "unit.updated" });
        onClose();
      },
    },
  );
  const { draft, change } = form;
  const remove = useAction(
    async () => {
      if (!unit) return;
      await foyer.units.delete(unit.id);
      cache.hear({ type: "unit.deleted" });
      onClose();
    },
    {
      onError: (error) => {
        if (!(error instanceof ProblemError) || error.code !== "unit_in_use") return false;
        toasts.show(t("unitInUse"), { milliseconds: 8000 });
        return true;
      },
    },
  );
  return (
    <FormDialog
      form={form}
      size="s"
      title={unit ? t("editUnit", { name: unit.name }) : t("newThing")}
      action={unit ? t("save") : t("addThing")}
      more={
        unit && (
          <Button variant="danger" busy={remove.busy} onClick={() => void remove.run()}>
            {t("removeUnit")}
          </Button>
        )
      }
      onClose={onClose}
    >
      <TextField
        at="/name"
        label={t("name")}
        value={draft.name}
        maxLength={120}
        onChange={(name) => change({ name: name ?? "" })}
      />
      <fieldset class="p-colours">
        <legend class="f-label">{t("colour")}</legend>
        {[null, ...new Set([...colours, ...(unit?.color ? [unit.color] : [])])].map((color) => (
          <label key={color} style={color ? { background: color } : undefined}>
            <input
              type="radio"
              name="color"
              class="f-hidden"
              aria-label={color ?? t("noColour")}
              checked={draft.color === color}
              onChange={() => change({ color })}
            />
            {draft.color === color && <Icon of={icons.check} size={16} />}
          </label>
        ))}
      </fieldset>
      {unit && (
        <CheckField
          at="/status"
          checked={draft.status === "active"}
          onChange={(active) => change({ status: active ? "active" : "inactive" })}
        >
          {t("unitActive")}
        </CheckField>
      )}
    </FormDialog>
  );
}
