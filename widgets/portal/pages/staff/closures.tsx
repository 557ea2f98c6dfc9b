import { useState } from "preact/hooks";
import type { Block, BlockWithConflicts } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, Empty, IconButton, List, Row, Skeleton, today } from "../../../kit/index.ts";
import { useAction, useList } from "../../data/hooks.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { usePlaces } from "../bookings/use-places.ts";
import { isoOf } from "../calendar/zone.ts";
import { ClosureForm, Conflicts } from "./closure-form.tsx";
import { en } from "./strings.ts";

/** Times at which people, resources or venues cannot be booked. */
export function Closures() {
  const { t, dateRange, list: join } = useStrings(en);
  const { foyer, can, cache, toasts } = usePortal();
  const places = usePlaces();
  const [venue, setVenue] = useParam("venue");
  const [past, setPast] = useParam("past");
  const [adding, setAdding] = useState(false);
  const [conflicts, setConflicts] = useState<BlockWithConflicts["conflicts"]>();
  const [reopening, setReopening] = useState<Block>();
  const zone = places.company?.time_zone ?? "UTC";
  const filters = {
    ...(venue ? { venue_id: venue } : {}),
    ...(past ? {} : { from: isoOf(today(zone), 0, zone) }),
  };
  const list = useList(places.company && ["blocks", filters], (api, page) => api.blocks.list({ ...page, ...filters }), {
    on: ["block."],
  });
  const pools = useList(can("staffing:read") ? ["pools"] : undefined, (api, page) => api.pools.list(page), {
    on: ["pool.", "unit."],
    size: 200,
  });
  const units = pools.items.flatMap((pool) => pool.units);
  const write = can("calendars:write");
  const remove = useAction(async (block: Block) => {
    await foyer.blocks.delete(block.id);
    cache.hear({ type: "block.deleted" });
    setReopening(undefined);
    toasts.show(t("reopened"));
  });
  const range = ({ starts_at, ends_at }: Block) =>
    dateRange(starts_at, ends_at, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  const what = (block: Block) =>
    join([
      ...block.venue_ids.map((id) => places.venueOf(id)?.name ?? id),
      ...block.resource_ids.map((id) => places.resourceOf(id)?.name ?? id),
      ...block.unit_ids.map((id) => units.find((unit) => unit.id === id)?.name ?? id),
    ]);
  const create = write && (
    <Button variant="primary" icon={icons.plus} onClick={() => setAdding(true)}>
      {t("newClosure")}
    </Button>
  );
  return (
    <div class="p-page p-staff-narrow">
      <div class="p-staff-bar">
        <span class="p-staff-filters">
          {places.venues.length > 1 && (
            <FilterChip
              label={t("venue")}
              value={venue}
              onChange={setVenue}
              options={places.venues.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <FilterChip
            label={t("upcoming")}
            value={past}
            onChange={setPast}
            options={[{ value: "yes", label: t("past") }]}
          />
        </span>
        {create}
      </div>
      <Shown of={list} skeleton={<Skeleton lines={5} height="48px" />}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={icons.lock} title={t("noClosures")} text={t("noClosuresText")} action={create} />
          ) : (
            <div class="p-card">
              <List label={t("closures")}>
                {all.map((block) => (
                  <Row
                    key={block.id}
                    title={[block.reason, what(block)].filter(Boolean).join(" · ")}
                    detail={range(block)}
                    trailing={
                      write && (
                        <IconButton
                          size="s"
                          icon={icons.trash}
                          label={`${t("reopen")}: ${block.reason ?? what(block)}`}
                          onClick={() => setReopening(block)}
                        />
                      )
                    }
                  />
                ))}
              </List>
            </div>
          )
        }
      </Shown>
      {list.hasMore && (
        <Button size="s" variant="quiet" busy={list.busy} onClick={list.more}>
          {t("more_")}
        </Button>
      )}
      {adding && (
        <ClosureForm
          places={places}
          pools={pools.items}
          onClose={() => setAdding(false)}
          onClosed={(made) => {
            setAdding(false);
            cache.hear({ type: "block.created" });
            if (made.conflicts.length) setConflicts(made.conflicts);
            else toasts.show(t("closed"));
          }}
        />
      )}
      {conflicts && <Conflicts of={conflicts} zone={zone} onClose={() => setConflicts(undefined)} />}
      {reopening && (
        <Confirm
          title={t("reopenTitle")}
          action={t("reopen")}
          variant="primary"
          busy={remove.busy}
          onConfirm={() => void remove.run(reopening)}
          onClose={() => setReopening(undefined)}
        >
          <p>{t("reopenText", { range: range(reopening), what: what(reopening) })}</p>
        </Confirm>
      )}
    </div>
  );
}
