import * as icons from "../../kit/icons.ts";
import { Avatar, Icon, Menu, useI18n } from "../../kit/index.ts";
import { useMembers } from "../data/hooks.ts";
import { usePortal } from "../portal.ts";
import type { en } from "../strings/en.ts";

/** The name of a member, or a dash while it is unknown. */
export function MemberName({ id }: { id: string | null }) {
  const { t } = useI18n<typeof en>();
  const { me } = usePortal();
  const members = useMembers();
  if (!id) return <span class="f-muted">{t("unassigned")}</span>;
  const name = id === me.id ? me.name : members.items.find((member) => member.id === id)?.name;
  return (
    <span class="p-person">
      <Avatar name={name ?? "–"} size={20} />
      <span>{name ?? "–"}</span>
    </span>
  );
}

export interface MemberPickerProps {
  /** Says what is picked: "Assignee". */
  label: string;
  value: string | null;
  onChange(id: string | null): void;
  disabled?: boolean;
}

/** Who takes care of it: yourself first, then the team, or nobody. */
export function MemberPicker({ label, value, onChange, disabled }: MemberPickerProps) {
  const { t } = useI18n<typeof en>();
  const { me } = usePortal();
  const members = useMembers();
  if (disabled) return <MemberName id={value} />;
  const team = members.items.filter((member) => member.status === "active" && member.id !== me.id);
  const current = value === me.id ? me.name : members.items.find((member) => member.id === value)?.name;
  return (
    <span class="p-picker">
      <Menu
        size="s"
        items={[
          { label: t("me", { name: me.name }), checked: value === me.id, onSelect: () => onChange(me.id) },
          ...team.map((member) => ({
            label: member.name,
            checked: value === member.id,
            onSelect: () => onChange(member.id),
          })),
          { label: t("nobody"), checked: !value, divided: true, onSelect: () => onChange(null) },
        ]}
      >
        <span class="p-chip-text">
          <span class="f-hidden">{label}: </span>
          {current ? <Avatar name={current} size={20} /> : <Icon of={icons.user} size={18} />}
          <span class="p-ellipsis">{current ?? t("unassigned")}</span>
          <Icon of={icons.chevronDown} size={14} />
        </span>
      </Menu>
    </span>
  );
}

export interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange(value: string): void;
  disabled?: boolean;
}

/** One of a few values that take effect at once, in the look of the picker. */
export function Choice({ label, value, options, onChange, disabled = false }: ChoiceProps) {
  const current = options.find((option) => option.value === value)?.label ?? value;
  if (disabled) return <span>{current}</span>;
  return (
    <span class="p-picker">
      <Menu
        size="s"
        items={options.map((option) => ({
          label: option.label,
          checked: option.value === value,
          onSelect: () => option.value !== value && onChange(option.value),
        }))}
      >
        <span class="p-chip-text">
          <span class="f-hidden">{label}: </span>
          {current}
          <Icon of={icons.chevronDown} size={14} />
        </span>
      </Menu>
    </span>
  );
}
