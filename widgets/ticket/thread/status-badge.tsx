import type { Ticket } from "@foyer/sdk";
import { Badge, type BadgeProps } from "../../kit/controls/badge.tsx";
import { useI18n } from "../../kit/i18n.ts";
import type { Words } from "./strings/languages.ts";

const tones: Record<Ticket["status"], NonNullable<BadgeProps["tone"]>> = {
  open: "info",
  in_progress: "accent",
  waiting_for_customer: "warning",
  resolved: "success",
  closed: "neutral",
};

export function StatusBadge({ of }: { of: Ticket["status"] }) {
  const { t } = useI18n<Words>();
  return <Badge tone={tones[of]}>{t(`status.${of}`)}</Badge>;
}
