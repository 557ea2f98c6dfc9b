import { useMemo } from "preact/hooks";
import type { Block } from "../../../../sdk/index.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { type Bar, barsOver } from "./bars.ts";
import type { Column } from "./columns.ts";
import { gripOf, placeOf, toneOf, type useWords } from "./entry.tsx";
import type { Span } from "./gesture.ts";
import { ghostTone } from "./ghost.tsx";
import type { Entry } from "./layout.ts";
import { en } from "./strings.ts";
import type { Lift, useLift } from "./use-lift.ts";
import type { Verdict } from "./verdict.ts";

export interface BarLinkProps {
  bar: Bar<Entry>;
  write: boolean;
  open: string | undefined;
  lifted: string | undefined;
  words: ReturnType<typeof useWords>;
  lift: Pick<ReturnType<typeof useLift>, "take" | "press" | "leave">;
  /** Of its first column, for keys. */
  column: number;
  /** Whether its resource goes without saying. */
  terse?: boolean;
}

/** A booking that lasts for days, from its first to its last. */
export function BarLink({ bar, write, open, lifted, words, lift, column, terse = false }: BarLinkProps) {
  const { t } = useStrings(en);
  const entry = bar.of;
  const said = words(entry);
  const [booking] = entry.bookings;
  const grip = gripOf(entry, write);
  return (
    <a
      data-bookings={entry.bookings.map(({ id }) => id).join(" ")}
      class={`p-cal-bar p-cal-${toneOf(entry)}${bar.begins ? "" : " p-cal-from"}${bar.ends ? "" : " p-cal-onto"}${
        grip?.move ? " p-cal-moves" : ""
      }${lifted === booking.id ? " p-cal-lifted" : ""}${booking.id === open ? " p-cal-open" : ""}`}
      style={{ gridColumn: `${bar.from + 1} / ${bar.to + 2}`, gridRow: bar.row + 1 }}
      href={href(placeOf(entry) + location.search)}
      draggable={false}
      title={grip?.move ? t("dragHintDays") : undefined}
      onPointerDown={(event) => grip?.move && lift.take(event, "move", grip.booking, true)}
      onKeyDown={(event) => grip && lift.press(event, grip.booking, column, grip, true)}
      onBlur={() => lift.leave()}
    >
      <span class="p-cal-title">{said.title}</span>
      {!terse && <span class="p-cal-bar-what p-ellipsis">{said.detail}</span>}
      <span class="f-hidden">, {[terse && said.detail, said.rest].filter(Boolean).join(", ")}</span>
      {grip && bar.ends && (
        <span
          class="p-cal-bar-edge"
          onPointerDown={(event) => {
            event.stopPropagation();
            lift.take(event, "resize", grip.booking, true);
          }}
        />
      )}
    </a>
  );
}

/** Blocked time that lasts for days. */
export function BlockBar({ bar }: { bar: Bar<Block> }) {
  const { t } = useStrings(en);
  return (
    <a
      class={`p-cal-bar p-cal-bar-blocked${bar.begins ? "" : " p-cal-from"}${bar.ends ? "" : " p-cal-onto"}`}
      style={{ gridColumn: `${bar.from + 1} / ${bar.to + 2}`, gridRow: bar.row + 1 }}
      href={href(`/calendar/block/${bar.of.id}${location.search}`)}
      draggable={false}
    >
      <span class="p-ellipsis">{bar.of.reason ?? t("blocked")}</span>
    </a>
  );
}

/** Bookings and blocks as what bars are made of. */
export function lastingOf(entries: readonly Entry[], blocks: readonly Block[]) {
  const times = ({ starts_at, ends_at }: Entry | Block) => ({ starts_at, ends_at });
  return [
    ...entries.map((entry) => ({ key: entry.bookings[0].id, entry, block: undefined, ...times(entry) })),
    ...blocks.map((block) => ({ key: block.id, entry: undefined, block, ...times(block) })),
  ];
}

/** Where a lifted bar would lie. */
export function BarGhost({ span, dates, zone, row, verdict, text }: GhostProps) {
  const [bar] = barsOver(dates, [{ key: "", ...span }], zone);
  if (!bar) return null;
  return (
    <span
      class={`p-cal-bar p-cal-ghost${ghostTone(verdict)}`}
      style={{ gridColumn: `${bar.from + 1} / ${bar.to + 2}`, gridRow: row }}
    >
      <span class="p-cal-title">{text}</span>
    </span>
  );
}

interface GhostProps {
  span: Span;
  dates: readonly string[];
  zone: string;
  row: number;
  verdict: Verdict | undefined;
  text: string;
}

export interface StripProps extends Omit<BarLinkProps, "bar" | "column"> {
  columns: readonly Column[];
  entries: readonly Entry[];
  /** Those that last for days, and are of a part of what is shown. */
  blocks: readonly Block[];
  zone: string;
  lifting: Lift | undefined;
  verdict: Verdict | undefined;
  text: string;
}

/** What lasts for days, above the hours: bars over days, or one below the other for each resource. */
export function Strip({ columns, entries, blocks, zone, lifting, verdict, text, ...rest }: StripProps) {
  const { t } = useStrings(en);
  const byResource = columns.some((column) => column.resource);
  const bars = useMemo(() => {
    if (!byResource)
      return barsOver(
        columns.map(({ date }) => date),
        lastingOf(entries, blocks),
        zone,
      );
    return columns.flatMap(({ date, resource }, at) =>
      barsOver(
        [date],
        lastingOf(
          entries.filter(({ resource_id }) => resource_id === resource?.id),
          [],
        ),
        zone,
      ).map((bar) => ({ ...bar, from: at, to: at })),
    );
  }, [columns, entries, blocks, zone, byResource]);
  if (bars.length === 0 && !lifting) return null;
  // Over its own row, so that nothing moves aside for what is lifted.
  const own = bars.find(({ of }) => of.key === rest.lifted)?.row;
  const row = (own ?? Math.max(-1, ...bars.map((bar) => bar.row)) + 1) + 1;
  const over =
    lifting && byResource ? columns.findIndex(({ resource }) => resource?.id === lifting.span.resource_id) : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: bars side by side, not form parts
    <div class="p-cal-strip-bars" role="group" aria-label={t("lasting")}>
      {bars.map(({ of: { entry, block, key }, ...bar }) =>
        entry ? (
          <BarLink key={key} bar={{ ...bar, of: entry }} column={bar.from} terse={byResource} {...rest} />
        ) : (
          block && <BlockBar key={key} bar={{ ...bar, of: block }} />
        ),
      )}
      {lifting && !byResource && (
        <BarGhost span={lifting.span} dates={columns.map(({ date }) => date)} row={row} {...{ zone, verdict, text }} />
      )}
      {lifting && byResource && over >= 0 && (
        <span
          class={`p-cal-bar p-cal-ghost${ghostTone(verdict)}`}
          style={{ gridColumn: `${over + 1} / ${over + 2}`, gridRow: row }}
        >
          <span class="p-cal-title">{text}</span>
        </span>
      )}
    </div>
  );
}
