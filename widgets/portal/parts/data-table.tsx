import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Button, focusedIn, Loading, Skeleton, useI18n } from "../../kit/index.ts";
import type { List } from "../data/hooks.ts";
import { href } from "../router.ts";
import type { en } from "../strings/en.ts";
import { pick } from "./pick.ts";
import { rowKeys } from "./row-keys.ts";
import { Shown } from "./shown.tsx";

export interface Column<T> {
  id: string;
  label: string;
  cell(row: T): ComponentChildren;
  /** CSS width; what is left goes to columns without one. */
  width?: string;
  align?: "end";
  /**
   * Its place when the table becomes cards: `title` leads, `end` stands beside it, `detail` goes on the line below,
   * `hide` leaves it out. Default: detail.
   */
  card?: "title" | "end" | "detail" | "hide";
}

export interface DataTableProps<T extends { id: string }> {
  label: string;
  list: Pick<List<T>, "data" | "items" | "error" | "loading" | "busy" | "reload" | "hasMore" | "more">;
  columns: readonly Column<T>[];
  /** What a row is called, for its checkbox. */
  name(row: T): string;
  /** Place a row opens, such as `/tickets/tkt_1`. */
  to(row: T): string;
  /** Id of the row that is open beside. */
  open?: string | undefined;
  /** Rows with something new in them. */
  unread?(row: T): boolean;
  /** Ids that are picked for bulk changes; without it rows have no checkbox. */
  picked?: ReadonlySet<string>;
  onPick?(picked: Set<string>): void;
  /** Shown when there are no rows. */
  empty: ComponentChildren;
}

/**
 * Rows that open: dense with a sticky header, cards where it is narrow; `j` and `k` move, Enter opens, `x` picks, with
 * Shift everything since the last pick.
 */
export function DataTable<T extends { id: string }>(props: DataTableProps<T>) {
  const { label, list, columns, name, to, open, unread, picked, onPick, empty } = props;
  const { t } = useI18n<typeof en>();
  const box = useRef<HTMLDivElement>(null);
  const anchor = useRef<string>(undefined);
  const shift = useRef(false);
  const press = (id: string | undefined, range: boolean) => {
    if (!picked || !onPick || id === undefined) return;
    const ids = list.items.map((row) => row.id);
    onPick(pick(picked, ids, id, range ? anchor.current : undefined));
    anchor.current = id;
  };
  const onKeyDown = (event: KeyboardEvent) => rowKeys(event, box, (at, range) => press(list.items[at]?.id, range));
  const allPicked = !!picked && list.items.length > 0 && list.items.every((row) => picked.has(row.id));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the links inside
    <div
      class="p-table-box"
      ref={box}
      onKeyDown={onKeyDown}
      aria-busy={list.busy ? "true" : undefined}
      onPointerUp={(event) => {
        // A press anywhere in a row opens it, unless it was meant for something inside or for selecting text.
        const target = event.target as HTMLElement;
        if (event.button || target.closest("a,button,input,label,select,textarea") || String(getSelection())) return;
        if (focusedIn(target)?.matches("input,textarea")) return;
        target.closest("tr")?.querySelector<HTMLElement>(".p-row-link")?.click();
      }}
    >
      <Shown of={list} skeleton={<RowsSkeleton />}>
        {(rows) =>
          rows.length === 0 ? (
            empty
          ) : (
            <>
              <table class="p-table" aria-label={label}>
                <thead>
                  <tr>
                    {picked && (
                      <th scope="col" class="p-cell-pick">
                        <input
                          type="checkbox"
                          aria-label={t("selectAll")}
                          checked={allPicked}
                          onChange={() => onPick?.(new Set(allPicked ? [] : rows.map((row) => row.id)))}
                        />
                      </th>
                    )}
                    {columns.map((column) => (
                      <th
                        key={column.id}
                        scope="col"
                        class={column.align === "end" ? "p-end" : undefined}
                        style={column.width ? { width: column.width } : undefined}
                      >
                        {column.label}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr
                      key={row.id}
                      class={`${row.id === open ? "p-open" : ""}${unread?.(row) ? " p-unread" : ""}${picked?.has(row.id) ? " p-picked" : ""}`}
                    >
                      {picked && (
                        <td class="p-cell-pick">
                          <input
                            type="checkbox"
                            aria-label={t("selectRow", { name: name(row) })}
                            checked={picked.has(row.id)}
                            onPointerDown={(event) => {
                              // Else the browser marks the text between the two presses.
                              if (event.shiftKey) getSelection()?.removeAllRanges();
                            }}
                            onClick={(event) => {
                              shift.current = event.shiftKey;
                            }}
                            onChange={() => press(row.id, shift.current)}
                          />
                        </td>
                      )}
                      {columns.map((column, at) => (
                        <td
                          key={column.id}
                          class={`p-card-${column.card ?? "detail"}${column.align === "end" ? " p-end" : ""}`}
                        >
                          {at === 0 ? (
                            <a
                              class="p-row-link"
                              href={href(to(row))}
                              aria-current={row.id === open ? "true" : undefined}
                            >
                              {column.cell(row)}
                            </a>
                          ) : (
                            column.cell(row)
                          )}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
              {list.hasMore && (
                <div class="p-table-more">
                  <Button size="s" variant="quiet" busy={list.busy} onClick={list.more}>
                    {t("loadMore")}
                  </Button>
                  <span class="f-muted">{t("shownCount", { count: rows.length })}</span>
                </div>
              )}
            </>
          )
        }
      </Shown>
    </div>
  );
}

export function RowsSkeleton({ rows = 10 }: { rows?: number }) {
  return (
    <div class="p-rows-skeleton">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row}>
          <Skeleton width={`${45 + ((row * 17) % 35)}%`} height="14px" />
        </div>
      ))}
    </div>
  );
}

/** The outline of rows, for lists that are not tables. */
export function LoadingRows({ rows }: { rows?: number }) {
  return (
    <Loading>
      <RowsSkeleton {...(rows === undefined ? {} : { rows })} />
    </Loading>
  );
}
