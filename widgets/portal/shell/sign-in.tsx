import { useRef, useState } from "preact/hooks";
import { ProblemError } from "../../../sdk/index.ts";
import * as icons from "../../kit/icons.ts";
import { Button, ErrorNote, Field, IconButton, Input, useI18n } from "../../kit/index.ts";
import { explain } from "../data/explain.ts";
import type { Session } from "../session.ts";
import type { en } from "../strings/en.ts";
import { Mark } from "./mark.tsx";

export function SignIn({ session, expired }: { session: Session; expired: boolean }) {
  const { t } = useI18n<typeof en>();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState<{ text: string; requestId?: string | undefined }>();
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: Event) => {
    event.preventDefault();
    setFailed(undefined);
    const incomplete = !email.trim() || !password;
    setMissing(incomplete);
    if (incomplete)
      return form.current?.querySelector<HTMLElement>(email.trim() ? "[name=password]" : "[name=email]")?.focus();
    setBusy(true);
    try {
      await session.signIn(email.trim(), password);
    } catch (error) {
      setBusy(false);
      if (error instanceof ProblemError && error.status === 429)
        setFailed({ text: t("in.locked", { seconds: error.retry_after ?? 60 }), requestId: error.request_id });
      else if (error instanceof ProblemError && [400, 401, 422].includes(error.status)) {
        setFailed({ text: t("in.wrong") });
        form.current?.querySelector<HTMLInputElement>("[name=password]")?.select();
      } else setFailed(explain(error));
    }
  };

  return (
    <main class="p-gate">
      <div class="p-gate-box">
        <Mark size={40} />
        <h1>{t("in.title")}</h1>
        <p class="f-muted">{expired ? t("in.expired") : t("in.text")}</p>
        <form ref={form} onSubmit={submit} noValidate>
          <Field label={t("in.email")} error={missing && !email.trim() ? t("in.emailMissing") : undefined}>
            <Input
              type="email"
              name="email"
              autocomplete="username"
              autofocus
              spellcheck={false}
              value={email}
              onInput={setEmail}
            />
          </Field>
          <div class="p-password">
            <Field label={t("in.password")} error={missing && !password ? t("in.passwordMissing") : undefined}>
              <Input
                type={shown ? "text" : "password"}
                name="password"
                autocomplete="current-password"
                value={password}
                onInput={setPassword}
              />
            </Field>
            <IconButton
              size="s"
              icon={icons.eye}
              label={shown ? t("in.hide") : t("in.show")}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            />
          </div>
          {failed && <ErrorNote title={failed.text} text=" " requestId={failed.requestId} />}
          <Button variant="primary" full type="submit" busy={busy}>
            {t("in.submit")}
          </Button>
        </form>
      </div>
    </main>
  );
}
