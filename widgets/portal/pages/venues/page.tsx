import { useI18n } from "../../../kit/index.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import type { en } from "../../strings/en.ts";

export default function Page() {
  const { t } = useI18n<typeof en>();
  return <PageHeader title={t("nav.venues")} />;
}
