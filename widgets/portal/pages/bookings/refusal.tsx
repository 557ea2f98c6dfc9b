import { Button } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./form-strings.ts";
import type { Refusal, Slot } from "./refused.ts";

export { alternativesOf } from "./refused.ts";

interface TakenProps {
  of: NonNullable<Refusal["taken"]>;
  zone: string;
  onChoose(slot: Slot): void;
}

/** Says that a time cannot be had, and what is free near it. */
export function Taken({ of: { reason, alternatives }, zone, onChoose }: TakenProps) {
  const { t, date } = useStrings(en);
  return (
    <div class="p-taken" role="alert">
      <p>{reason ? t("taken", { reason: t(`reason.${reason}`) }) : t("takenPlain")}</p>
      {alternatives.length > 0 && (
        <>
          <p class="f-muted">{t("alternatives")}</p>
          <div class="p-taken-slots">
            {alternatives.map((slot) => (
              <Button key={slot.starts_at} size="s" onClick={() => onChoose(slot)}>
                {date(slot.starts_at, {
                  weekday: "short",
                  day: "numeric",
                  month: "short",
                  hour: "numeric",
                  minute: "2-digit",
                  timeZone: zone,
                })}
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
