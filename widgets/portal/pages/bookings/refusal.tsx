import { type Availability, ProblemError } from "../../../../sdk/index.ts";
import { Button } from "../../../kit/index.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

type Slot = Availability["days"][number]["slots"][number];

/** The free starts nearest to one that was refused as taken; undefined when it was refused for something else. */
export function alternativesOf(error: unknown): Slot[] | undefined {
  if (!(error instanceof ProblemError) || error.code !== "slot_unavailable") return undefined;
  const { alternatives } = error.problem as { alternatives?: Slot[] };
  return alternatives ?? [];
}

/** Says that a time is taken, and what is free near it. */
export function Taken({ slots, zone, onChoose }: { slots: Slot[]; zone: string; onChoose(starts_at: string): void }) {
  const { t, date } = useStrings(en);
  return (
    <div class="p-taken" role="alert">
      <p>{t("taken")}</p>
      {slots.length > 0 && (
        <>
          <p class="f-muted">{t("alternatives")}</p>
          <div class="p-taken-slots">
            {slots.map((slot) => (
              <Button key={slot.starts_at} size="s" onClick={() => onChoose(slot.starts_at)}>
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
