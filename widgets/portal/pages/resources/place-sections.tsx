import { Sections } from "../../parts/sections.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

/** Resources and venues stand behind one entry of the navigation. */
export function PlaceSections({ current }: { current: "/resources" | "/venues" }) {
  const { t } = useStrings(en);
  const { can } = usePortal();
  if (!can("venues:read")) return null;
  return (
    <Sections
      label={t("sections")}
      current={current}
      sections={[
        { to: "/resources", label: t("resources") },
        { to: "/venues", label: t("venues") },
      ]}
    />
  );
}
