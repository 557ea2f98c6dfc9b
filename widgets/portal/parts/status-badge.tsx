import { Badge, type BadgeProps, useI18n } from "../../kit/index.ts";
import type { en } from "../strings/en.ts";

const tones: Record<string, BadgeProps["tone"]> = {
  open: "info",
  new: "info",
  pending: "warning",
  in_progress: "accent",
  waiting_for_customer: "warning",
  confirmed: "success",
  completed: "success",
  active: "success",
  available: "success",
  enabled: "success",
  sent: "success",
  customer: "success",
  live: "success",
  qualified: "accent",
  test: "warning",
  invited: "warning",
  waiting: "warning",
  offered: "info",
  booked: "success",
  maintenance: "warning",
  failed: "danger",
  no_show: "danger",
  urgent: "danger",
  high: "warning",
};

/** The state of anything, in the same words and colours everywhere. */
export function StatusBadge({ of }: { of: string }) {
  const { t } = useI18n<typeof en>();
  return <Badge tone={tones[of] ?? "neutral"}>{t(`status.${of}` as keyof typeof en)}</Badge>;
}

/** Only what is out of the ordinary asks for attention. */
export function PriorityBadge({ of, always = false }: { of: string; always?: boolean }) {
  const { t } = useI18n<typeof en>();
  if (!always && (of === "normal" || of === "low")) return null;
  return <Badge tone={tones[of] ?? "neutral"}>{t(`priority.${of}` as keyof typeof en)}</Badge>;
}
