import * as icons from "../../../kit/icons.ts";
import { Button, IconButton, Menu, useI18n } from "../../../kit/index.ts";
import { FilterChip } from "../../parts/filters.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { statuses } from "../bookings/state.ts";
import type { Places } from "../bookings/use-places.ts";
import { type View, views } from "./state.ts";
import { en } from "./strings.ts";

export interface Filters {
  venue: string | undefined;
  resource: string | undefined;
  status: string | undefined;
}

export interface ToolbarProps {
  title: string;
  view: View;
  /** What one step back or on goes over. */
  step: View;
  narrow: boolean;
  /** Something is open beside: there is less room. */
  tight: boolean;
  atToday: boolean;
  filters: Filters;
  places: Places;
  zone: string;
  onView(view: View): void;
  onStep(by: 1 | -1): void;
  onToday(): void;
  onFilter(filters: Partial<Filters>): void;
  onNew(): void;
  onBlock(): void;
}

/** The top of the calendar: when, how, and what of it. */
export function Toolbar(props: ToolbarProps) {
  const { title, view, step, narrow, tight, atToday, filters, places, zone, onView, onStep, onToday, onFilter } = props;
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { can } = usePortal();
  const write = can("bookings:write");
  const block = can("calendars:write");
  const there = places.resources.filter((one) => !filters.venue || one.venue_id === filters.venue);
  return (
    <PageHeader
      title={title}
      actions={
        <>
          <span class="p-cal-steps">
            <IconButton
              size="s"
              icon={icons.chevronLeft}
              directional
              label={t(`previous.${step}`)}
              onClick={() => onStep(-1)}
            />
            <Button size="s" disabled={atToday} onClick={onToday}>
              {t("today")}
            </Button>
            <IconButton
              size="s"
              icon={icons.chevronRight}
              directional
              label={t(`next.${step}`)}
              onClick={() => onStep(1)}
            />
          </span>
          {!narrow && (
            // biome-ignore lint/a11y/useSemanticElements: buttons in a group, not fields
            <span class="p-cal-views" role="group" aria-label={t("view")}>
              {views.map((one) => (
                <button key={one} type="button" aria-pressed={one === view} onClick={() => onView(one)}>
                  {t(one)}
                </button>
              ))}
            </span>
          )}
          {narrow ? (
            (write || block) && (
              <Menu
                icon={icons.plus}
                label={t("new")}
                items={[
                  ...(write ? [{ label: t("new"), onSelect: props.onNew }] : []),
                  ...(block ? [{ label: t("blockTime"), onSelect: props.onBlock }] : []),
                ]}
              />
            )
          ) : (
            <>
              {block &&
                (tight ? (
                  <IconButton variant="secondary" icon={icons.lock} label={t("blockTime")} onClick={props.onBlock} />
                ) : (
                  <Button icon={icons.lock} onClick={props.onBlock}>
                    {t("blockTime")}
                  </Button>
                ))}
              {write &&
                (tight ? (
                  <IconButton variant="primary" icon={icons.plus} label={t("new")} onClick={props.onNew} />
                ) : (
                  <Button variant="primary" icon={icons.plus} onClick={props.onNew}>
                    {t("new")}
                  </Button>
                ))}
            </>
          )}
        </>
      }
    >
      {places.venues.length > 1 && (
        <FilterChip
          label={t("venue")}
          value={filters.venue}
          onChange={(venue) => onFilter({ venue, resource: undefined })}
          options={places.venues.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      {there.length > 1 && (
        <FilterChip
          label={t("resource")}
          value={filters.resource}
          onChange={(resource) => onFilter({ resource })}
          options={there.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <FilterChip
        label={t("status")}
        value={filters.status}
        onChange={(status) => onFilter({ status })}
        options={[
          ...statuses.map((value) => ({ value, label: words.t(`status.${value}`) })),
          { value: "any", label: t("withCancelled") },
        ]}
      />
      <span class="p-cal-zone f-muted">{t("zone", { zone: zone.replace(/_/g, " ") })}</span>
    </PageHeader>
  );
}
