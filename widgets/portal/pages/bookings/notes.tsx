import { useState } from "preact/hooks";
import { Button, Field, Textarea } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import type { PartProps } from "./booking.tsx";
import { en } from "./detail-strings.ts";

/** What the team wrote down. Typed words stay, whatever arrives meanwhile. */
export function Notes({ booking, write, put, onError }: PartProps & { write: boolean }) {
  const { t } = useStrings(en);
  const { foyer, toasts } = usePortal();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? booking.notes ?? "";
  const save = useAction(
    async () => {
      const notes = text.trim() || null;
      put(await foyer.bookings.update(booking.id, { version: booking.version, notes }));
      setTyped(undefined);
      toasts.show(t("notesSaved"));
    },
    { onError },
  );
  if (!write)
    return booking.notes ? (
      <div>
        <h3 class="p-booking-title">{t("notes")}</h3>
        <p class="p-booking-notes">{booking.notes}</p>
      </div>
    ) : null;
  return (
    <div class="p-form">
      <Field label={t("notes")}>
        <Textarea value={text} onInput={setTyped} rows={2} maxLength={2000} />
      </Field>
      {text !== (booking.notes ?? "") && (
        <div class="p-form-actions">
          <Button size="s" busy={save.busy} onClick={() => void save.run()}>
            {t("saveNotes")}
          </Button>
        </div>
      )}
    </div>
  );
}
