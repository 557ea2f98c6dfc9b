import { css } from "../../../kit/index.ts";
import type { PageProps } from "../../pages.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import { Sections } from "../../parts/sections.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { Calendars } from "./calendars.tsx";
import { Closures } from "./closures.tsx";
import styles from "./page.css";
import { People } from "./people.tsx";
import { Pools } from "./pools.tsx";
import { Shifts } from "./shifts.tsx";
import { en } from "./strings.ts";

css(styles);

const sections = [
  { id: "shifts", permission: "staffing:read", view: Shifts },
  { id: "pools", permission: "staffing:read", view: undefined },
  { id: "people", permission: "staffing:read", view: People },
  { id: "closures", permission: "calendars:read", view: Closures },
  { id: "calendars", permission: "calendars:read", view: Calendars },
] as const;

export default function StaffPage({ rest: [wanted, id] }: PageProps) {
  const { t } = useStrings(en);
  const { can } = usePortal();
  const allowed = sections.filter(({ permission }) => can(permission));
  const shown = allowed.find((one) => one.id === wanted) ?? allowed[0];
  if (!shown) return null;
  const nav = (
    <Sections
      label={t("pages")}
      current={`/staff/${shown.id}`}
      sections={allowed.map((one) => ({ to: `/staff/${one.id}`, label: t(one.id) }))}
    />
  );
  // Pools open beside their list, and so bring the whole page.
  if (!shown.view) return <Pools open={id} sections={nav} />;
  const View = shown.view;
  return (
    <>
      <PageHeader title={t("title")} />
      {nav}
      <View />
    </>
  );
}
