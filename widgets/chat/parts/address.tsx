import type { WhoInput } from "@foyer/sdk";
import { ProblemError } from "@foyer/sdk/engine";
import { useId, useState } from "preact/hooks";
import { Button } from "../../kit/controls/button.tsx";
import { useI18n } from "../../kit/i18n.ts";
import type { Chat } from "../chat.ts";
import type { en } from "../strings/languages.ts";

/** What a browser takes for an address. */
const isAddress = (email: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);

/** Asks once, and gently, for an address: `before` the first message of an absent team's visitor, or after it. */
export function Address({ chat, before }: { chat: Chat; before?: boolean }) {
  const { t } = useI18n<typeof en>();
  const kit = useI18n();
  const id = useId();
  const { who } = chat.store.get();
  const [name, setName] = useState(who.name ?? "");
  const [email, setEmail] = useState(who.email ?? "");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const change = (next: { name: string; email: string }) => {
    setName(next.name);
    setEmail(next.email);
    setProblem(undefined);
    // Goes with the first message, as soon as it is one.
    if (before) chat.setWho(whoOf(next));
  };
  const save = async () => {
    const given = whoOf({ name, email });
    if (!given.email) return setProblem(t("badEmail"));
    setBusy(true);
    try {
      await chat.introduce(given);
    } catch (error) {
      setProblem(error instanceof ProblemError && error.status === 422 ? t("badEmail") : kit.t("kit.failedText"));
    }
    setBusy(false);
  };

  return (
    <form
      class={before ? "address before" : "address"}
      aria-labelledby={`${id}title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!before) void save();
      }}
    >
      <p class="address-title" id={`${id}title`}>
        {t("askTitle")}
      </p>
      <p class="f-muted">{t(before ? "awayAddress" : "askText")}</p>
      <div class="address-fields">
        <input
          aria-label={t("name")}
          placeholder={t("name")}
          autocomplete="name"
          maxLength={120}
          value={name}
          onInput={(event) => change({ name: event.currentTarget.value, email })}
        />
        <input
          type="email"
          inputMode="email"
          dir="ltr"
          aria-label={t("email")}
          placeholder={t("email")}
          autocomplete="email"
          maxLength={254}
          value={email}
          aria-invalid={problem ? "true" : undefined}
          aria-describedby={problem ? `${id}problem` : undefined}
          onInput={(event) => change({ name, email: event.currentTarget.value })}
          onBlur={() => before && email.trim() && !isAddress(email.trim()) && setProblem(t("badEmail"))}
        />
      </div>
      <p class="address-problem" id={`${id}problem`} role="alert">
        {problem}
      </p>
      {!before && (
        <div class="address-actions">
          <Button type="submit" size="s" variant="primary" busy={busy}>
            {t("save")}
          </Button>
          <Button size="s" variant="quiet" onClick={chat.putAside}>
            {t("later")}
          </Button>
        </div>
      )}
    </form>
  );
}

function whoOf({ name, email }: { name: string; email: string }): WhoInput {
  const who: WhoInput = {};
  if (name.trim()) who.name = name.trim();
  if (isAddress(email.trim())) who.email = email.trim();
  return who;
}
