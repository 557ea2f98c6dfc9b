import { useState } from "preact/hooks";
import { Button, Field, Input } from "../../../kit/index.ts";
import { fieldErrors } from "../../data/explain.ts";
import { useAction, useMembers } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { Block } from "./block.tsx";
import { en } from "./strings.ts";

/** Characters a password has at least. */
const least = 12;

/** Oneself: the name, and the password. */
export function Profile() {
  return (
    <div class="p-page p-set">
      <Name />
      <Password />
    </div>
  );
}

function Name() {
  const { t } = useStrings(en);
  const { foyer, me, can, session, cache, toasts } = usePortal();
  const members = useMembers();
  const [name, setName] = useState(me.name);
  const own = members.items.find((member) => member.id === me.id);
  const write = can("members:write") && !!own;
  const save = useAction(async () => {
    if (!own) return;
    members.put(await foyer.members.update(own.id, { name: name.trim(), version: own.version }));
    cache.hear({ type: "member.updated" });
    // The name stands in the session's own answer as well.
    await session.renew();
    toasts.show(t("saved"));
  });
  return (
    <Block title={t("you2")} text={t("profileText")}>
      <Field label={t("name")} hint={write ? undefined : t("nameFixed")}>
        <Input value={name} onInput={setName} disabled={!write} maxLength={120} autocomplete="name" />
      </Field>
      <Field label={t("email")}>
        <Input value={me.email} onInput={() => {}} disabled />
      </Field>
      <Field label={t("role")} hint={t(`roleHint.${me.role}`)}>
        <Input value={t(`role.${me.role}`)} onInput={() => {}} disabled />
      </Field>
      {write && (
        <div class="p-form-actions">
          <Button
            variant="primary"
            busy={save.busy}
            disabled={!name.trim() || name.trim() === me.name}
            onClick={() => void save.run()}
          >
            {t("save")}
          </Button>
        </div>
      )}
    </Block>
  );
}

function Password() {
  const { t } = useStrings(en);
  const { foyer, me, session, cache, toasts } = usePortal();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const change = useAction(
    async () => {
      const missing = {
        ...(current ? {} : { current_password: t("missing") }),
        ...(next.length >= least ? {} : { new_password: t("tooShort") }),
      };
      setWrong(missing);
      if (Object.keys(missing).length) return;
      await foyer.auth.change_password({ current_password: current, new_password: next });
      setCurrent("");
      setNext("");
      await session.renew();
      cache.hear({ type: "session.changed" });
      toasts.show(t("changed"));
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
    <Block title={t("password")} text={t("passwordText")}>
      <form
        class="p-form"
        onSubmit={(event) => {
          event.preventDefault();
          void change.run();
        }}
      >
        {/* For password managers: whose password this is. */}
        <input type="text" name="username" autocomplete="username" value={me.email} readOnly hidden />
        <Field label={t("current")} error={wrong.current_password}>
          <Input type="password" value={current} onInput={setCurrent} autocomplete="current-password" />
        </Field>
        <Field label={t("new")} hint={t("newHint")} error={wrong.new_password}>
          <Input type="password" value={next} onInput={setNext} autocomplete="new-password" />
        </Field>
        <div class="p-form-actions">
          <Button type="submit" variant="primary" busy={change.busy} disabled={!current && !next}>
            {t("change")}
          </Button>
        </div>
      </form>
    </Block>
  );
}
