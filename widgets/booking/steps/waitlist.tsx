import type { Failure } from "../../client/client.ts";
import { Button } from "../../kit/controls/button.tsx";
import { ErrorNote } from "../../kit/controls/error-note.tsx";
import { field } from "../parts.tsx";
import type { Ui } from "../ui.ts";

/** For a day on which nothing is free: whoever waits is written to as soon as something is. */
export function waitlist(ui: Ui) {
  const { t, state, flow } = ui;
  const { values, flaws, waiting, sending } = state;
  const steps = flow.steps!;
  if (waiting === "joined") return <p role="status">{t("waiting", { email: values["/contact/email"] ?? "" })}</p>;
  return (
    <details class="code">
      <summary>{t("waitlist")}</summary>
      <form
        class="who"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void steps.join();
        }}
      >
        {steps
          .entries(t as never)
          .said.slice(0, 2)
          .map((entry) => field(ui, entry, values, flaws[entry.at], steps.edit))}
        {waiting && <ErrorNote title={t("bookFailed")} requestId={(waiting as Failure).request_id} />}
        <Button type="submit" busy={sending}>
          {t("waitlist")}
        </Button>
      </form>
    </details>
  );
}
