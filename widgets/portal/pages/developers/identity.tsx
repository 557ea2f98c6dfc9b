import { useState } from "preact/hooks";
import { Button } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { CopyBox } from "../../parts/copy-box.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

/** The secret that the customer's server vouches for its users with, shown when it is asked for. */
export function IdentitySecret() {
  const { t } = useStrings(en);
  const { foyer } = usePortal();
  const [secret, setSecret] = useState<string>();
  const show = useAction(async () => setSecret((await foyer.visitors.identity_secret()).secret));
  return (
    <>
      <h2 class="p-dev-title">{t("identity")}</h2>
      <p class="f-muted">{t("identityText")}</p>
      {secret === undefined ? (
        <Button onClick={() => void show.run()} busy={show.busy}>
          {t("identityShow")}
        </Button>
      ) : (
        <CopyBox text={secret} label={t("identityCopy")} />
      )}
    </>
  );
}
