import type { ComponentChildren } from "preact";
import type { Pool } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { useList, useQuery } from "../../data/hooks.ts";
import { Catalogue } from "../../parts/catalogue.tsx";
import type { Column } from "../../parts/data-table.tsx";
import type { Errors } from "../../parts/errors.ts";
import { CheckField, ChoiceField, Part, TextField } from "../../parts/fields.tsx";
import { SheetPane, WaitingPane } from "../../parts/sheet-pane.tsx";
import { useSheet } from "../../parts/use-sheet.ts";
import { usePortal } from "../../portal.ts";
import { en as sheet } from "../../strings/sheet.ts";
import { useStrings } from "../../strings/use.ts";
import { type Places, usePlaces } from "../bookings/use-places.ts";
import { changesOf } from "../resources/draft.ts";
import { en } from "./strings.ts";
import { Units } from "./units.tsx";

/** Sets of people or things that are as good as each other. */
export function Pools({ open, sections }: { open: string | undefined; sections: ComponentChildren }) {
  const { t, list: join } = useStrings(en);
  const { can } = usePortal();
  const places = usePlaces();
  const list = useList(["pools"], (foyer, page) => foyer.pools.list(page), { on: ["pool.", "unit."], size: 200 });
  const columns: Column<Pool>[] = [
    { id: "name", label: t("name"), cell: (row) => row.name, card: "title" },
    {
      id: "units",
      label: t("units"),
      cell: (row) =>
        row.units.length > 4 ? t("unitCount", { count: row.units.length }) : join(row.units.map(({ name }) => name)),
    },
    ...(open
      ? []
      : ([
          {
            id: "venue",
            label: t("poolVenue"),
            cell: (row) => (row.venue_id ? (places.venueOf(row.venue_id)?.name ?? "–") : t("everywhere")),
          },
        ] satisfies Column<Pool>[])),
  ];
  return (
    <Catalogue
      title={t("title")}
      path="/staff/pools"
      create={can("staffing:write") ? t("newPool") : undefined}
      sections={sections}
      filters={<span class="f-muted">{t("poolsText")}</span>}
      filtered={false}
      list={list}
      columns={columns}
      name={(row) => row.name}
      empty={{ icon: icons.users, title: t("noPools"), text: t("noPoolsText") }}
      open={open}
      detail={open && <PoolPane key={open} id={open} places={places} />}
    />
  );
}

function PoolPane({ id, places }: { id: string; places: Places }) {
  const { t } = useStrings(en);
  const query = useQuery(id === "new" ? undefined : ["pool", id], (foyer) => foyer.pools.retrieve(id), {
    on: ["pool.", "unit."],
  });
  if (id === "new" || query.data)
    return <Edit pool={query.data} places={places} put={query.put} reload={query.reload} />;
  return <WaitingPane label={t("pools")} back="/staff/pools" of={query} />;
}

type Draft = Pick<Pool, "name" | "venue_id" | "follow_shifts">;

interface EditProps {
  pool: Pool | undefined;
  places: Places;
  put(pool: Pool): void;
  reload(): void;
}

function Edit({ pool, places, put, reload }: EditProps) {
  const { t } = useStrings(en);
  const words = useStrings(sheet);
  const { foyer, can, router, toasts, cache } = usePortal();
  const write = can("staffing:write");
  const start: Draft = pool
    ? { name: pool.name, venue_id: pool.venue_id, follow_shifts: pool.follow_shifts }
    : { name: "", venue_id: null, follow_shifts: true };
  const form = useSheet<Draft>({
    start,
    wrong: (draft): Errors => (draft.name.trim() ? {} : { "/name": t("missing") }),
    reload,
    save: async (draft) => {
      const input = { ...draft, name: draft.name.trim() };
      if (pool) {
        put(await foyer.pools.update(pool.id, { ...changesOf(input, start), version: pool.version }));
        toasts.show(words.t("saved"));
      } else {
        const made = await foyer.pools.create(input);
        toasts.show(words.t("created", { name: made.name }));
        router.go(`/staff/pools/${made.id}`);
      }
      cache.hear({ type: "pool.updated" });
    },
  });
  const { draft, change } = form;
  return (
    <SheetPane
      title={pool?.name ?? t("newPool")}
      label={pool ? t("pool", { name: pool.name }) : t("newPool")}
      back="/staff/pools"
      sheet={form}
      create={pool ? undefined : t("createPool")}
      write={write}
      removal={
        pool && {
          text: t("deletePoolText"),
          refused: { text: t("poolInUse"), to: "/bookings" },
          remove: async () => {
            await foyer.pools.delete(pool.id);
            cache.hear({ type: "pool.deleted" });
            router.go("/staff/pools");
          },
        }
      }
      after={pool && <Units pool={pool} write={write} />}
    >
      <Part title={t("details")}>
        <TextField
          at="/name"
          label={t("name")}
          value={draft.name}
          maxLength={120}
          onChange={(name) => change({ name: name ?? "" })}
        />
        <ChoiceField
          at="/venue_id"
          label={t("poolVenue")}
          hint={t("poolVenueHint")}
          value={draft.venue_id ?? ""}
          onChange={(id) => change({ venue_id: id || null })}
          options={[
            { value: "", label: t("everywhere") },
            ...places.venues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <CheckField
          at="/follow_shifts"
          checked={draft.follow_shifts}
          hint={t("followsHint")}
          onChange={(follow_shifts) => change({ follow_shifts })}
        >
          {t("follows")}
        </CheckField>
      </Part>
    </SheetPane>
  );
}
