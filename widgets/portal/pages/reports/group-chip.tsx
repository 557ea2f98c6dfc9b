import * as icons from "../../../kit/icons.ts";
import { Icon, Menu } from "../../../kit/index.ts";
import { useParam } from "../../parts/filters.tsx";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

/** Groups that are not times. */
export const named = ["resource", "venue", "variant", "status"] as const;
export type Named = (typeof named)[number];

/** By what the bars are told apart. */
export function GroupChip({ group }: { group: Named }) {
  const { t } = useStrings(en);
  const [, setGroup] = useParam("group");
  return (
    <span class="p-chip p-chip-end">
      <Menu
        size="s"
        label={`${t("groupBy")}: ${t(`by.${group}`)}`}
        items={named.map((one) => ({
          label: t(`by.${one}`),
          checked: one === group,
          onSelect: () => setGroup(one),
        }))}
      >
        <span class="p-chip-text">
          <span class="f-muted">{t("groupBy")}</span> {t(`by.${group}`)}
          <Icon of={icons.chevronDown} size={14} />
        </span>
      </Menu>
    </span>
  );
}
