import { useState } from "preact/hooks";
import type { Member, NewMember } from "../../../../sdk/index.ts";
import { Button, Dialog, Field, Input, Select, useI18n } from "../../../kit/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

type Role = Member["role"];

const ranks: Record<Role, number> = { owner: 5, admin: 4, team_lead: 3, user: 2, developer: 2, viewer: 1 };

/** The roles that somebody of a role may give and take. */
export const rolesFor = (role: Role): Role[] =>
  (Object.keys(ranks) as Role[]).filter((one) => ranks[one] <= ranks[role]);

export function Invite({ onClose, onInvited }: { onClose(): void; onInvited(member: NewMember): void }) {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, me } = usePortal();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("user");
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const send = useAction(
    async () => {
      const missing = {
        ...(name.trim() ? {} : { name: t("missing") }),
        ...(email.trim() ? {} : { email: t("missing") }),
      };
      setWrong(missing);
      if (Object.keys(missing).length) return;
      onInvited(await foyer.members.create({ name: name.trim(), email: email.trim(), role }));
    },
    {
      onError: (error) => {
        const found = fieldErrors(error);
        setWrong(found);
        return Object.keys(found).length > 0;
      },
    },
  );
  return (
    <Dialog
      open
      size="s"
      title={t("inviteTitle")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.t("cancel")}</Button>
          <Button variant="primary" busy={send.busy} onClick={() => void send.run()}>
            {t("inviteDo")}
          </Button>
        </>
      }
    >
      <form
        class="p-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send.run();
        }}
      >
        <Field label={t("name")} error={wrong.name}>
          <Input value={name} onInput={setName} maxLength={120} autocomplete="off" autofocus />
        </Field>
        <Field label={t("email")} error={wrong.email}>
          <Input type="email" value={email} onInput={setEmail} autocomplete="off" />
        </Field>
        <Field label={t("role")} hint={t(`roleHint.${role}`)} error={wrong.role}>
          <Select
            value={role}
            onChange={(value) => setRole(value as Role)}
            options={rolesFor(me.role).map((value) => ({ value, label: t(`role.${value}`) }))}
          />
        </Field>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
