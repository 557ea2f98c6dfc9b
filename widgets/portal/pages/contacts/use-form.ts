import { useEffect, useRef, useState } from "preact/hooks";
import { ConflictError, type Contact, PreconditionFailedError } from "../../../../sdk/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { changedFields, type Fields, fieldsOf, patchOf, rebase } from "./state.ts";
import { en } from "./strings.ts";

/** Edits over a row that others may change too: what was typed is never lost, and the other's changes are named. */
export function useForm(contact: Contact, onPut: (contact: Contact) => void, onStale: () => void) {
  const { t } = useStrings(en);
  const { foyer, toasts } = usePortal();
  const [fields, setFields] = useState(() => fieldsOf(contact));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [theirs, setTheirs] = useState<(keyof Fields)[]>();
  const base = useRef(contact);
  const refused = useRef(false);

  useEffect(() => {
    if (contact.version === base.current.version) return;
    const next = rebase(fieldsOf(base.current), fields, fieldsOf(contact));
    // Told only where it matters: while something typed is at stake.
    if (refused.current || changedFields(fieldsOf(base.current), fields).length) setTheirs(next.theirs);
    refused.current = false;
    base.current = contact;
    setFields(next.fields);
  }, [contact.version]);

  const dirty = changedFields(fieldsOf(base.current), fields).length > 0;
  const save = useAction(
    async () => {
      const patch = patchOf(fieldsOf(base.current), fields);
      const saved = await foyer.contacts.update(contact.id, { ...patch, version: base.current.version });
      base.current = saved;
      setFields(fieldsOf(saved));
      setTheirs(undefined);
      setWrong({});
      onPut(saved);
      toasts.show(t("saved"));
    },
    {
      onError: (error) => {
        const conflict = error instanceof ConflictError && error.code === "version_conflict";
        if (conflict || error instanceof PreconditionFailedError) {
          refused.current = true;
          onStale();
          return true;
        }
        const found = fieldErrors(error);
        setWrong(found);
        return Object.keys(found).length > 0;
      },
    },
  );
  return {
    fields,
    wrong,
    theirs,
    dirty,
    busy: save.busy,
    change: (next: Fields) => {
      setFields(next);
      setWrong({});
    },
    save: () => dirty && !save.busy && void save.run(),
    discard: () => {
      setFields(fieldsOf(base.current));
      setWrong({});
      setTheirs(undefined);
    },
  };
}
