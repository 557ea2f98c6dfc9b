import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import * as icons from "../../../kit/icons.ts";
import { css, IconButton, useI18n } from "../../../kit/index.ts";
import { Wall } from "../../shell/current-page.tsx";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { saveFile } from "../save-file.ts";
import styles from "./charts.css";
import { csvOf } from "./csv.ts";
import { tableIcon } from "./icons.ts";
import { en } from "./strings.ts";

css(styles);

/** One column of the table that a chart is also. */
export interface ChartColumn<R> {
  label: string;
  /** As people read it. */
  text(row: R): string;
  /** As a spreadsheet computes with it, where that is another. */
  value?(row: R): string | number | null;
  /** Figures stand at the end. */
  end?: boolean;
}

export interface ChartCardProps<R> {
  title: string;
  /** What the figures are of. */
  note?: ComponentChildren;
  /** Choices beside the title. */
  actions?: ComponentChildren;
  columns: readonly ChartColumn<R>[];
  /** Undefined while they are loading: then there is nothing to download. */
  rows: readonly R[] | undefined;
  /** The file's name without its ending. */
  file: string;
  /** The chart, or its skeleton. */
  children: ComponentChildren;
}

/** A chart with its title, which is also a table and a file; what fails inside fails alone. */
export function ChartCard<R>({ title, note, actions, columns, rows, file, children }: ChartCardProps<R>) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const [asTable, setAsTable] = useState(false);
  const save = () => {
    if (!rows) return;
    const lines = rows.map((row) => columns.map(({ text, value }) => (value ?? text)(row)));
    const text = csvOf([columns.map(({ label }) => label), ...lines]);
    void saveFile(new Response(text, { headers: { "content-type": "text/csv; charset=utf-8" } }), `${file}.csv`);
  };
  return (
    <section class="p-card p-chart" aria-label={title}>
      <div class="p-chart-head">
        <h2>{title}</h2>
        <div class="p-chart-tools">
          {actions}
          <IconButton
            size="s"
            icon={asTable ? icons.chart : tableIcon}
            label={t(asTable ? "asChart" : "asTable", { title })}
            disabled={!rows}
            onClick={() => setAsTable(!asTable)}
          />
          <IconButton size="s" icon={icons.download} label={t("csv", { title })} disabled={!rows} onClick={save} />
        </div>
        {note && <p class="f-muted">{note}</p>}
      </div>
      <Wall title={words.t("panelFailed")}>
        {asTable && rows ? <Figures title={title} columns={columns} rows={rows} /> : children}
      </Wall>
    </section>
  );
}

function Figures<R>({ title, columns, rows }: Pick<ChartCardProps<R>, "title" | "columns"> & { rows: readonly R[] }) {
  const { t } = useStrings(en);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="p-chart-table" aria-label={t("tableOf", { title })} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ label, end }) => (
              <th key={label} scope="col" class={end ? "p-end" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map(({ label, text, end }, first) =>
                first === 0 ? (
                  <th key={label} scope="row">
                    {text(row)}
                  </th>
                ) : (
                  <td key={label} class={end ? "p-end f-tabular" : undefined}>
                    {text(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
