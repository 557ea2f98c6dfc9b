import { css } from "../../../kit/index.ts";
import type { PageProps } from "../../pages.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import { Sections } from "../../parts/sections.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { CompanySettings } from "./company.tsx";
import { LegalTexts } from "./legal-texts.tsx";
import { Members } from "./members.tsx";
import styles from "./page.css";
import { Profile } from "./profile.tsx";
import { Sessions } from "./sessions.tsx";
import { en } from "./strings.ts";

css(styles);

const sections = [
  { id: "company", permission: "company:read", view: CompanySettings },
  { id: "texts", permission: "company:read", view: LegalTexts },
  { id: "members", permission: "members:read", view: Members },
  { id: "profile", permission: undefined, view: Profile },
  { id: "sessions", permission: undefined, view: Sessions },
] as const;

export default function SettingsPage({ rest: [wanted] }: PageProps) {
  const { t } = useStrings(en);
  const { can } = usePortal();
  const allowed = sections.filter(({ permission }) => !permission || can(permission));
  const shown = allowed.find(({ id }) => id === wanted) ?? allowed[0];
  if (!shown) return null;
  const View = shown.view;
  return (
    <>
      <PageHeader title={t("title")} />
      <Sections
        label={t("sections")}
        current={`/settings/${shown.id}`}
        sections={allowed.map(({ id }) => ({ to: `/settings/${id}`, label: t(id) }))}
      />
      <View key={shown.id} />
    </>
  );
}
