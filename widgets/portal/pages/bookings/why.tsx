import type { AvailabilityExplainQuery, Booking, Resource } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Icon } from "../../../kit/index.ts";
import { useQuery, useSettled } from "../../data/hooks.ts";
import { useStrings } from "../../strings/use.ts";
import { askedOf, type Draft } from "./draft.ts";
import { en } from "./form-strings.ts";
import { choosable } from "./refused.ts";

interface WhyProps {
  resource: Resource;
  draft: Draft;
  own?: Booking | undefined;
}

/** What stands against a time that was chosen, before anybody tries to book it. */
export function Why({ resource, draft, own }: WhyProps) {
  const { t } = useStrings(en);
  const { starts_at, ends_at } = draft;
  const { length: _, ...asked } = askedOf(resource, draft) as AvailabilityExplainQuery & { length?: number };
  const text = useSettled(
    starts_at && ends_at && ends_at > starts_at
      ? JSON.stringify({ ...asked, starts_at, ends_at, ...(own ? { except: own.id } : {}) })
      : "",
  );
  const query = useQuery(
    text ? ["explanation", text] : undefined,
    (foyer) => foyer.availability.explain(JSON.parse(text) as AvailabilityExplainQuery),
    { on: ["booking.", "hold.", "resource.", "venue.", "block."] },
  );
  const failed = query.data?.checks.flatMap(({ passed, code }) => (passed || !code ? [] : [code])) ?? [];
  const hard = failed.filter((reason) => !choosable({ reason }));
  const soft = failed.filter((reason) => choosable({ reason }));
  return (
    <div aria-live="polite">
      {(hard.length > 0 || soft.length > 0) && (
        <p class={`p-why${hard.length ? " p-why-no" : ""}`}>
          <Icon of={hard.length ? icons.warning : icons.info} size={16} />
          <span>
            {(hard.length ? hard : soft.slice(0, 1)).map((reason) => t(`why.${reason}`)).join(" ")}{" "}
            {hard.length === 0 && t("mayBook")}
          </span>
        </p>
      )}
    </div>
  );
}
