import type { ComponentChildren } from "preact";
import * as icons from "../../kit/icons.ts";
import { Button, Empty } from "../../kit/index.ts";
import type { List } from "../data/hooks.ts";
import { usePortal } from "../portal.ts";
import { en } from "../strings/sheet.ts";
import { useStrings } from "../strings/use.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { ListDetail } from "./list-detail.tsx";
import { PageHeader } from "./page-header.tsx";

export interface CatalogueProps<T extends { id: string }> {
  title: string;
  /** Path of the page; things open below it, and `new` makes one. */
  path: string;
  /** The words of the button that makes one; undefined for who may not. */
  create?: string | undefined;
  /** Beside that button. */
  actions?: ComponentChildren;
  sections?: ComponentChildren;
  filters?: ComponentChildren;
  filtered: boolean;
  list: List<T>;
  columns: readonly Column<T>[];
  name(row: T): string;
  /** Said where there are none at all. */
  empty: { icon: string; title: string; text: string; action?: ComponentChildren };
  open?: string | undefined;
  detail?: ComponentChildren;
}

/** A page of things that staff sets up: a list with filters, and what is open beside it. */
export function Catalogue<T extends { id: string }>(props: CatalogueProps<T>) {
  const { title, path, create, actions, sections, filters, filtered, list, columns, name, empty, open, detail } = props;
  const { t } = useStrings(en);
  const { router } = usePortal();
  const button = create && (
    <Button variant="primary" icon={icons.plus} onClick={() => router.go(`${path}/new`)}>
      {create}
    </Button>
  );
  return (
    <ListDetail
      open={open}
      list={
        <>
          <PageHeader
            title={title}
            actions={
              (actions || button) && (
                <>
                  {actions}
                  {button}
                </>
              )
            }
          />
          {sections}
          {filters && <div class="p-tools">{filters}</div>}
          <DataTable
            label={title}
            list={list}
            columns={columns}
            name={name}
            to={(row) => `${path}/${row.id}${location.search}`}
            open={open}
            empty={
              filtered ? (
                <Empty icon={icons.search} title={t("noneFound")} />
              ) : (
                <Empty
                  icon={empty.icon}
                  title={empty.title}
                  text={empty.text}
                  action={"action" in empty ? empty.action : button}
                />
              )
            }
          />
        </>
      }
      detail={detail}
    />
  );
}
