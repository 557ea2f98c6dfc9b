import { useState } from "preact/hooks";
import type { Contact, ContactInput } from "../../../../sdk/index.ts";
import { Button, Dialog } from "../../../kit/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { ContactFields } from "./form.tsx";
import { blank, patchOf } from "./state.ts";
import { en } from "./strings.ts";

export function CreateContact({ onClose, onPut }: { onClose(): void; onPut(contact: Contact): void }) {
  const { t } = useStrings(en);
  const words = useStrings(shell);
  const { foyer, router, toasts } = usePortal();
  const [fields, setFields] = useState(blank);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const create = useAction(
    async () => {
      const contact = await foyer.contacts.create(patchOf(blank, fields) as ContactInput);
      onPut(contact);
      onClose();
      toasts.show(t("created", { name: contact.name ?? contact.email ?? t("nameless") }));
      router.go(`/contacts/${contact.id}`);
    },
    {
      onError: (error) => {
        const found = fieldErrors(error);
        setWrong(found);
        return Object.keys(found).length > 0;
      },
    },
  );
  const ready = !!(fields.name.trim() || fields.email.trim() || fields.phone.trim());
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("new")}
      actions={
        <>
          <Button onClick={onClose}>{words.t("cancel")}</Button>
          <Button variant="primary" busy={create.busy} disabled={!ready} onClick={() => void create.run()}>
            {words.t("create")}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void create.run();
        }}
      >
        <ContactFields
          fields={fields}
          wrong={wrong}
          autofocus
          onChange={(next) => {
            setFields(next);
            setWrong({});
          }}
        />
      </form>
    </Dialog>
  );
}
