import { useState } from "preact/hooks";
import { createClient, type Me } from "../../../sdk/index.ts";
import { Button, ErrorNote, Field, Input, useI18n } from "../../kit/index.ts";
import { type Explained, explain, fieldErrors } from "../data/explain.ts";
import type { Base } from "../portal.ts";
import type { en } from "../strings/en.ts";
import { Mark } from "./mark.tsx";

const least = 8;

/** Before a temporary password is changed nothing else is permitted. */
export function ChoosePassword({ base, me, origin }: { base: Base; me: Me; origin: string | undefined }) {
  const { t } = useI18n<typeof en>();
  const { session, toasts } = base;
  const known = session.temporaryPassword();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [failed, setFailed] = useState<Explained>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    const old = known ?? current;
    setFailed(undefined);
    setWrong(password.length < least ? t("in.short", { least }) : password === old ? t("in.same") : undefined);
    if (password.length < least || password === old) return;
    setBusy(true);
    try {
      const foyer = createClient({ token: session.token, ...(origin ? { baseUrl: origin } : {}) });
      await foyer.auth.change_password({ current_password: old, new_password: password });
      await session.renew();
      toasts.show(t("in.changed"));
    } catch (error) {
      const { new_password, current_password } = fieldErrors(error);
      setWrong(new_password);
      if (!new_password) setFailed({ ...explain(error), ...(current_password ? { text: current_password } : {}) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <main class="p-gate">
      <div class="p-gate-box">
        <Mark size={40} />
        <h1>{t("in.changeTitle")}</h1>
        <p class="f-muted">{t("in.changeText")}</p>
        <form onSubmit={submit} noValidate>
          <input type="hidden" name="username" autocomplete="username" value={me.email} />
          {known === undefined && (
            <Field label={t("in.temporary")}>
              <Input type="password" autocomplete="current-password" value={current} onInput={setCurrent} autofocus />
            </Field>
          )}
          <Field label={t("in.new")} hint={t("in.newHint", { least })} error={wrong}>
            <Input type="password" autocomplete="new-password" value={password} onInput={setPassword} autofocus />
          </Field>
          {failed && <ErrorNote {...failed} />}
          <Button variant="primary" full type="submit" busy={busy}>
            {t("in.change")}
          </Button>
          <Button variant="quiet" full onClick={() => void session.signOut().catch(() => {})}>
            {t("signOut")}
          </Button>
        </form>
      </div>
    </main>
  );
}
