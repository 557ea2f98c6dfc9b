import type { ComponentChildren } from "preact";
import * as icons from "../../../kit/icons.ts";
import { Icon } from "../../../kit/index.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import { Sections } from "../../parts/sections.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

export type Section = "keys" | "webhooks" | "events" | "widgets" | "audit";

const needs = [
  ["keys", "keys:read"],
  ["webhooks", "webhooks:read"],
  ["events", "events:read"],
  ["widgets", "keys:read"],
  ["audit", "audit:read"],
] as const satisfies readonly (readonly [Section, string])[];

export interface HeadProps {
  current: Section;
  actions?: ComponentChildren;
  /** Filters of the section, under its name. */
  children?: ComponentChildren;
}

/** The top of every section of this page. */
export function Head({ current, actions, children }: HeadProps) {
  const { t } = useStrings(en);
  const { can } = usePortal();
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <a class="p-dev-reference" href="/docs/api" target="_blank" rel="noreferrer">
              {t("reference")}
              <Icon of={icons.external} size={16} />
            </a>
            {actions}
          </>
        }
      />
      <Sections
        label={t("sections")}
        current={`/developers/${current}`}
        sections={needs
          .filter(([, permission]) => can(permission))
          .map(([section]) => ({ to: `/developers/${section}`, label: t(section) }))}
      />
      {children && <div class="p-tools">{children}</div>}
    </>
  );
}
