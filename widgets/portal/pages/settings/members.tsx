import { useState } from "preact/hooks";
import type { Member, NewMember } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Avatar, Button, Dialog, List, Menu, Row, Skeleton, useI18n } from "../../../kit/index.ts";
import { useAction, useMembers } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { CopyBox } from "../../parts/copy-box.tsx";
import { Choice } from "../../parts/member-picker.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { Shown } from "../../parts/shown.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { Invite, rolesFor } from "./invite.tsx";
import { en } from "./strings.ts";

/** The team: who is in it, and what each may do. */
export function Members() {
  const { t } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, me, can, cache, toasts } = usePortal();
  const members = useMembers();
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<NewMember>();
  const [leaving, setLeaving] = useState<Member>();
  const write = can("members:write");
  const update = useAction(
    async (member: Member, patch: { role?: Member["role"]; status?: "active" | "deactivated" }) => {
      const next = await foyer.members.update(member.id, { ...patch, version: member.version });
      members.put(next);
      cache.hear({ type: "member.updated" });
      setLeaving(undefined);
      toasts.show(
        patch.role
          ? t("roleChanged", { name: next.name, role: t(`role.${next.role}`) })
          : t("statusChanged", { name: next.name, status: words.t(`status.${next.status}`) }),
      );
    },
    {
      onError: (error) => {
        if (outdated(error)) members.reload();
        return false;
      },
    },
  );
  return (
    <div class="p-page p-set-list">
      {write && (
        <div class="p-set-bar">
          <Button variant="primary" icon={icons.plus} onClick={() => setInviting(true)}>
            {t("invite")}
          </Button>
        </div>
      )}
      <Shown of={members} skeleton={<Skeleton lines={5} height="52px" />}>
        {(all) => (
          <div class="p-card">
            <List label={t("members")}>
              {all.map((member) => {
                const own = member.id === me.id;
                const roles = rolesFor(me.role);
                const mayChange = write && !own && roles.includes(member.role);
                return (
                  <Row
                    key={member.id}
                    leading={<Avatar name={member.name} size={36} />}
                    title={own ? `${member.name} (${t("you")})` : member.name}
                    detail={member.email}
                    trailing={
                      <span class="p-set-member">
                        <span class="f-muted p-set-wide">
                          {member.last_active_at ? <RelativeTime at={member.last_active_at} /> : t("never")}
                        </span>
                        {member.status !== "active" && <StatusBadge of={member.status} />}
                        <Choice
                          label={`${member.name}, ${t("role")}`}
                          value={member.role}
                          disabled={!mayChange}
                          onChange={(role) => void update.run(member, { role: role as Member["role"] })}
                          options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
                        />
                        {mayChange && (
                          <Menu
                            size="s"
                            label={t("more", { name: member.name })}
                            items={[
                              member.status === "deactivated"
                                ? {
                                    label: t("activate"),
                                    onSelect: () => void update.run(member, { status: "active" }),
                                  }
                                : { label: t("deactivate"), danger: true, onSelect: () => setLeaving(member) },
                            ]}
                          />
                        )}
                      </span>
                    }
                  />
                );
              })}
            </List>
          </div>
        )}
      </Shown>
      {inviting && (
        <Invite
          onClose={() => setInviting(false)}
          onInvited={(member) => {
            setInviting(false);
            setInvited(member);
            cache.hear({ type: "member.created" });
          }}
        />
      )}
      {invited && (
        <Dialog
          open
          title={t("temporaryTitle", { name: invited.name })}
          onClose={() => !invited.temporary_password && setInvited(undefined)}
          actions={
            <Button variant="primary" onClick={() => setInvited(undefined)}>
              {t("done")}
            </Button>
          }
        >
          <div class="p-form">
            {invited.temporary_password ? (
              <>
                <p>{t("temporaryText")}</p>
                <CopyBox text={invited.temporary_password} label={t("copyPassword")} />
              </>
            ) : (
              <p>{t("hasAccount", { name: invited.name })}</p>
            )}
          </div>
        </Dialog>
      )}
      {leaving && (
        <Confirm
          title={t("deactivateTitle", { name: leaving.name })}
          action={t("deactivateDo", { name: leaving.name })}
          busy={update.busy}
          onConfirm={() => void update.run(leaving, { status: "deactivated" })}
          onClose={() => setLeaving(undefined)}
        >
          <p>{t("deactivateText", { name: leaving.name })}</p>
        </Confirm>
      )}
    </div>
  );
}
