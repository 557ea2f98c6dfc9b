import { useEffect, useState } from "preact/hooks";
import { Button, Dialog, Field, FileDrop, Input, Select, Textarea, useI18n, useStore } from "../../kit/index.ts";
import { fieldErrors } from "../data/explain.ts";
import { useAction } from "../data/hooks.ts";
import { ContactPicker, type Person } from "../parts/contact-picker.tsx";
import { accepted, useUploads } from "../parts/uploads.ts";
import { usePortal } from "../portal.ts";
import type { en } from "../strings/en.ts";

const categories = ["question", "bug", "feature", "other"] as const;
const priorities = ["low", "normal", "high", "urgent"] as const;

/** A new ticket from anywhere: `opened.set({ ticket: {} })`. */
export function RaiseTicket() {
  const { t } = useI18n<typeof en>();
  const { opened } = usePortal();
  const ticket = useStore(opened, (value) => value.ticket);
  if (!ticket) return null;
  return <Form title={t("raise.title")} contact={ticket.contact} onClose={() => opened.set({ ticket: undefined })} />;
}

interface FormProps {
  title: string;
  contact: { name?: string | null; email: string } | undefined;
  onClose(): void;
}

function Form({ title, contact, onClose }: FormProps) {
  const { t } = useI18n<typeof en>();
  const { foyer, router, toasts } = usePortal();
  const [subject, setSubject] = useState("");
  const [description, setDescription] = useState("");
  const [category, setCategory] = useState<(typeof categories)[number]>("question");
  const [priority, setPriority] = useState<(typeof priorities)[number]>("normal");
  const [person, setPerson] = useState<Person | undefined>(
    contact && { name: contact.name ?? null, email: contact.email },
  );
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const uploads = useUploads();
  const submit = useAction(
    async () => {
      const ticket = await foyer.tickets.create({
        subject: subject.trim(),
        description: description.trim(),
        category,
        priority,
        ...(uploads.ids.length ? { attachments: uploads.ids } : {}),
        ...(person?.email ? { contact: { email: person.email, ...(person.name ? { name: person.name } : {}) } } : {}),
      });
      onClose();
      toasts.show(t("raise.done", { number: String(ticket.number) }));
      router.go(`/tickets/${ticket.id}`);
    },
    {
      onError: (error) => {
        const found = fieldErrors(error);
        setWrong(found);
        return Object.keys(found).length > 0;
      },
    },
  );
  // What was wrong is no longer said about what is typed since.
  useEffect(() => setWrong({}), [subject, description]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            busy={submit.busy}
            disabled={!subject.trim() || !description.trim() || uploads.pending}
            onClick={() => void submit.run()}
          >
            {t("raise.submit")}
          </Button>
        </>
      }
    >
      <form
        class="p-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (subject.trim() && description.trim() && !uploads.pending) void submit.run();
        }}
      >
        <Field label={t("raise.subject")} error={wrong.subject}>
          <Input value={subject} onInput={setSubject} maxLength={200} autofocus />
        </Field>
        <Field label={t("raise.description")} error={wrong.description}>
          <Textarea value={description} onInput={setDescription} rows={4} maxLength={10_000} />
        </Field>
        <div class="p-form-pair">
          <Field label={t("raise.category")}>
            <Select
              value={category}
              onChange={(value) => setCategory(value as typeof category)}
              options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
            />
          </Field>
          <Field label={t("raise.priority")}>
            <Select
              value={priority}
              onChange={(value) => setPriority(value as typeof priority)}
              options={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
            />
          </Field>
        </div>
        <Field label={t("raise.contact")} hint={t("raise.contactHint")} optional error={wrong.contact}>
          <ContactPicker value={person} onChange={setPerson} />
        </Field>
        <FileDrop
          label={t("raise.files")}
          files={uploads.files}
          onAdd={uploads.add}
          onRemove={uploads.remove}
          accept={accepted}
          maxFiles={10}
        />
      </form>
    </Dialog>
  );
}
