import { useRef, useState } from "preact/hooks";
import type { Member, Shift } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Avatar, addDays, Button, Empty, Icon, IconButton, Skeleton, today, weekStart } from "../../../kit/index.ts";
import { useAction, useMembers, useQuery } from "../../data/hooks.ts";
import { FilterChip, useParam } from "../../parts/filters.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { usePlaces } from "../bookings/use-places.ts";
import { isoOf, wallOf } from "../calendar/zone.ts";
import { freshShift, moved, type ShiftDraft, weekOf } from "./shift.ts";
import { ShiftForm } from "./shift-form.tsx";
import { en } from "./strings.ts";

/** Days of one person that are being dragged over. */
interface Span {
  member: string;
  from: string;
  to: string;
}

/** The shifts of a week, person by person. */
export function Shifts() {
  const { t, date, locale, number } = useStrings(en);
  const { foyer, can, router, toasts, cache } = usePortal();
  const places = usePlaces();
  const members = useMembers();
  const zone = places.company?.time_zone ?? "UTC";
  const [wanted, setWanted] = useParam("week");
  const [venue, setVenue] = useParam("venue");
  const week = weekOf(/^\d{4}-\d\d-\d\d$/.test(wanted ?? "") ? (wanted ?? "") : today(zone), weekStart(locale));
  const [first = "", last = ""] = [week[0], week[6]];
  const query = useQuery(
    places.company && ["shifts", first, venue],
    async (api) =>
      (
        await api.shifts.list({
          from: isoOf(addDays(first, -1), 0, zone),
          to: isoOf(addDays(last, 2), 0, zone),
          limit: 500,
          ...(venue ? { venue_id: venue } : {}),
        })
      ).data,
    { on: ["shift."], keep: true },
  );
  const [open, setOpen] = useState<{ shift?: Shift; draft?: ShiftDraft }>();
  const [span, setSpan] = useState<Span>();
  const dragged = useRef<Shift>(undefined);
  const write = can("staffing:write");
  const zoneOf = (shift: Pick<Shift, "venue_id">) => places.venueOf(shift.venue_id ?? undefined)?.time_zone ?? zone;
  const on = (member: string, day: string) =>
    (query.data ?? []).filter(
      (shift) => shift.member_id === member && wallOf(shift.starts_at, zoneOf(shift)).date === day,
    );
  const hoursOf = (member: string) =>
    week
      .flatMap((day) => on(member, day))
      .reduce((sum, { starts_at, ends_at }) => sum + Date.parse(ends_at) - Date.parse(starts_at), 0) / 3_600_000;
  const people = members.items.filter(
    ({ id, status }) => status === "active" || (query.data ?? []).some(({ member_id }) => member_id === id),
  );
  const move = useAction(async (shift: Shift, day: string, member_id: string) => {
    const next = await foyer.shifts.update(shift.id, {
      ...moved(shift, zoneOf(shift), day, member_id),
      version: shift.version,
    });
    cache.hear({ type: "shift.updated" });
    const { starts_at, ends_at, member_id: before } = shift;
    toasts.show(t("moved"), {
      undo: () =>
        void foyer.shifts
          .update(shift.id, { starts_at, ends_at, member_id: before, version: next.version })
          .then(() => cache.hear({ type: "shift.updated" })),
    });
  });
  const go = (day: string | undefined) => setWanted(day);
  const day = (value: string, options: Intl.DateTimeFormatOptions) =>
    date(`${value}T12:00:00Z`, { ...options, timeZone: "UTC" });
  const plan = (member: string, from: string, to: string) =>
    setOpen({ draft: freshShift(member, from, to, venue ?? places.venues[0]?.id ?? null) });
  const spanned = (member: string, on: string) => {
    if (span?.member !== member) return false;
    const [from = "", to = ""] = [span.from, span.to].sort();
    return on >= from && on <= to;
  };

  const cell = (member: Member, on_: string) => (
    <td
      key={on_}
      class={`${spanned(member.id, on_) ? "p-shift-span" : ""}${on_ === today(zone) ? " p-shift-today" : ""}`}
      onPointerDown={(event) => {
        if (!write || event.button || event.pointerType === "touch" || (event.target as HTMLElement).closest("button"))
          return;
        setSpan({ member: member.id, from: on_, to: on_ });
      }}
      onPointerEnter={() => span && setSpan({ ...span, to: on_ })}
      onDragOver={(event) => dragged.current && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const shift = dragged.current;
        dragged.current = undefined;
        if (shift) void move.run(shift, on_, member.id);
      }}
    >
      <span class="p-shift-day">{day(on_, { weekday: "short", day: "numeric" })}</span>
      {on(member.id, on_).map((shift) => (
        <ShiftChip
          key={shift.id}
          shift={shift}
          name={member.name}
          zone={zoneOf(shift)}
          venue={places.venueOf(shift.venue_id ?? undefined)?.name ?? t("anywhere")}
          draggable={write}
          onDrag={() => {
            dragged.current = shift;
          }}
          onOpen={() => setOpen({ shift })}
        />
      ))}
      {write && (
        <button
          type="button"
          class="p-shift-add"
          aria-label={t("addFor", { name: member.name, day: day(on_, { dateStyle: "full" }) })}
          onClick={() => plan(member.id, on_, on_)}
        >
          <Icon of={icons.plus} size={16} />
        </button>
      )}
    </td>
  );
  return (
    <div
      class="p-page p-shifts"
      onPointerUp={() => {
        if (!span) return;
        const [from, to] = [span.from, span.to].sort() as [string, string];
        setSpan(undefined);
        plan(span.member, from, to);
      }}
      onPointerLeave={() => setSpan(undefined)}
    >
      <div class="p-shifts-bar">
        <IconButton
          size="s"
          icon={icons.chevronLeft}
          directional
          label={t("earlier")}
          onClick={() => go(addDays(first, -7))}
        />
        <IconButton
          size="s"
          icon={icons.chevronRight}
          directional
          label={t("later")}
          onClick={() => go(addDays(first, 7))}
        />
        <h2>
          {t("week", { from: day(first, { day: "numeric", month: "short" }), to: day(last, { dateStyle: "medium" }) })}
        </h2>
        <Button size="s" onClick={() => go(undefined)}>
          {t("thisWeek")}
        </Button>
        {places.venues.length > 1 && (
          <FilterChip
            label={t("venue")}
            value={venue}
            onChange={setVenue}
            options={places.venues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {write && people[0] && (
          <span class="p-shifts-new">
            <Button
              size="s"
              variant="primary"
              icon={icons.plus}
              onClick={() => plan(people[0]?.id ?? "", week.includes(today(zone)) ? today(zone) : first, "")}
            >
              {t("addShift")}
            </Button>
          </span>
        )}
      </div>
      <Shown
        of={{ ...query, error: query.error ?? members.error ?? places.error, data: members.data && query.data }}
        skeleton={<Skeleton lines={6} height="56px" />}
      >
        {() =>
          people.length === 0 ? (
            <Empty
              icon={icons.users}
              title={t("noPeople")}
              text={t("noPeopleText")}
              action={<Button onClick={() => router.go("/settings/members")}>{t("people")}</Button>}
            />
          ) : (
            <>
              <table class="p-shifts-table" aria-label={t("planned")}>
                <thead>
                  <tr>
                    <th scope="col">{t("person")}</th>
                    {week.map((one) => (
                      <th key={one} scope="col" class={one === today(zone) ? "p-shift-today" : undefined}>
                        {day(one, { weekday: "short", day: "numeric" })}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {people.map((member) => (
                    <tr key={member.id}>
                      <th scope="row">
                        <Avatar name={member.name} size={28} />
                        <span class="p-shift-person">
                          <span class="p-ellipsis">{member.name}</span>
                          <span class="f-muted f-tabular">
                            {t("hours", { count: number(hoursOf(member.id), { maximumFractionDigits: 1 }) })}
                          </span>
                        </span>
                      </th>
                      {week.map((one) => cell(member, one))}
                    </tr>
                  ))}
                </tbody>
              </table>
              {write && <p class="f-hint p-shifts-hint">{t("dragHint")}</p>}
            </>
          )
        }
      </Shown>
      {open && (
        <ShiftForm
          {...open}
          places={places}
          people={people}
          zoneOf={(venue_id) => zoneOf({ venue_id })}
          write={write}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

interface ChipProps {
  shift: Shift;
  name: string;
  zone: string;
  venue: string;
  draggable: boolean;
  onDrag(): void;
  onOpen(): void;
}

function ShiftChip({ shift, name, zone, venue, draggable, onDrag, onOpen }: ChipProps) {
  const { date } = useStrings(en);
  // Full hours stand without their minutes, so that a span keeps to one line.
  const clock = (at: string) =>
    date(at, { hour: "numeric", ...(wallOf(at, zone).minutes % 60 ? { minute: "2-digit" } : {}), timeZone: zone });
  return (
    <button
      type="button"
      class="p-shift"
      draggable={draggable}
      title={[venue, shift.notes].filter(Boolean).join(" · ")}
      onDragStart={onDrag}
      onClick={onOpen}
    >
      <span class="f-hidden">{name}, </span>
      <span class="f-tabular">
        {clock(shift.starts_at)} – {clock(shift.ends_at)}
      </span>
      <span class="p-ellipsis">{venue}</span>
    </button>
  );
}
