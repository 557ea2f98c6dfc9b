import { useState } from "preact/hooks";
import { Button } from "../../kit/controls/button.tsx";
import { Field } from "../../kit/controls/field.tsx";
import { Textarea } from "../../kit/controls/textarea.tsx";
import { useI18n } from "../../kit/i18n.ts";
import { attach, send } from "../../kit/icons.ts";
import { useStore } from "../../kit/store.ts";
import { Delivery } from "../parts/delivery.tsx";
import { FileList } from "../parts/file-list.tsx";
import type { ThreadDesk } from "./state.ts";
import type { Words } from "./strings/languages.ts";

/** The box to answer in; what is written survives a reload. */
export function Reply({ desk, done }: { desk: ThreadDesk; done: boolean }) {
  const { t } = useI18n<Words>();
  const { text, gathering, filesFailed } = useStore(desk.store);
  const { sending, locked } = useStore(desk.outgoing.store);
  const [withFiles, setWithFiles] = useState(false);
  const busy = gathering || sending.is === "sending";
  const { uploads } = desk;
  return (
    <form
      class="ticket-reply"
      onSubmit={(event) => {
        event.preventDefault();
        void desk.send().then(() => setWithFiles(uploads !== undefined && uploads.store.get().files.length > 0));
      }}
    >
      <fieldset disabled={locked || busy}>
        <Field label={t("reply")} hint={done ? t("reopens") : undefined}>
          <Textarea
            name="reply"
            rows={3}
            maxRows={12}
            maxLength={10_000}
            value={text}
            onInput={desk.write}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        </Field>
        {uploads && withFiles && <FileList uploads={uploads} label={t("attachments")} failed={filesFailed} />}
      </fieldset>
      <Delivery sending={sending} onRetry={() => void desk.send()} />
      <footer>
        {uploads && !withFiles && (
          <Button variant="quiet" icon={attach} disabled={locked || busy} onClick={() => setWithFiles(true)}>
            {t("attach")}
          </Button>
        )}
        <Button
          class="ticket-send"
          variant="primary"
          type="submit"
          icon={send}
          busy={busy}
          disabled={!text.trim() || sending.is === "offline" || sending.is === "paused"}
        >
          {t("send")}
        </Button>
      </footer>
    </form>
  );
}
