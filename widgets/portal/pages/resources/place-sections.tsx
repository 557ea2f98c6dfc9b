import { Sections } from "../../parts/sections.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

const all = [
  { to: "/resources", label: "resources", permission: "resources:read" },
  { to: "/venues", label: "venues", permission: "venues:read" },
  { to: "/promotions", label: "promotions", permission: "promotions:read" },
] as const;

/** What is sold, where and for less: one entry of the navigation leads to all of it. */
export function PlaceSections({ current }: { current: (typeof all)[number]["to"] }) {
  const { t } = useStrings(en);
  const { can } = usePortal();
  const allowed = all.filter(({ permission }) => can(permission));
  if (allowed.length < 2) return null;
  return (
    <Sections
      label={t("pages")}
      current={current}
      sections={allowed.map(({ to, label }) => ({ to, label: t(label) }))}
    />
  );
}
