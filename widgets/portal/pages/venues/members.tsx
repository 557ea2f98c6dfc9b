import type { Venue } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Avatar, css, IconButton, Menu, Skeleton } from "../../../kit/index.ts";
import { useAction, useMembers, useQuery } from "../../data/hooks.ts";
import { Panel } from "../../parts/panel.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import styles from "./members.css";
import { en } from "./strings.ts";

css(styles);

/** Who works at a venue; changes take effect at once. */
export function VenueMembers({ venue, title }: { venue: Venue; title?: string }) {
  const { t } = useStrings(en);
  const { foyer, can, cache } = usePortal();
  const members = useMembers();
  const list = useQuery(
    ["venue_members", venue.id],
    async (api) => (await api.venue_members.list(venue.id, { limit: 200 })).data,
    { on: ["venue_member."] },
  );
  const changed = () => cache.hear({ type: "venue_member.created" });
  const add = useAction(async (id: string) => {
    await foyer.venue_members.add(venue.id, id);
    changed();
  });
  const remove = useAction(async (id: string) => {
    await foyer.venue_members.remove(venue.id, id);
    changed();
  });
  const write = can("staffing:write");
  const free = members.items.filter(
    ({ id, status }) => status === "active" && !list.data?.some(({ member_id }) => member_id === id),
  );
  return (
    <Panel
      title={title ?? t("members")}
      end={
        write && (
          <Menu
            size="s"
            items={
              free.length
                ? free.map(({ id, name }) => ({ label: name, onSelect: () => void add.run(id) }))
                : [{ label: t("everybody"), disabled: true, onSelect: () => {} }]
            }
          >
            {t("addMember")}
          </Menu>
        )
      }
    >
      {!title && <p class="f-hint">{t("membersText")}</p>}
      <Shown of={list} skeleton={<Skeleton lines={2} height="28px" />}>
        {(all) =>
          all.length === 0 ? (
            <p class="f-muted">{t("noMembers")}</p>
          ) : (
            <ul class="p-works">
              {all.map(({ member_id, name }) => (
                <li key={member_id}>
                  <Avatar name={name} size={24} />
                  <span class="p-ellipsis">{name}</span>
                  {write && (
                    <IconButton
                      size="s"
                      icon={icons.close}
                      label={t("removeMember", { name })}
                      onClick={() => void remove.run(member_id)}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Panel>
  );
}
