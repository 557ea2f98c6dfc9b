import { useState } from "preact/hooks";
import type { CalendarFeed, NewCalendarFeed } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Badge, Button, Dialog, List, Row, Skeleton } from "../../../kit/index.ts";
import { useAction, useList, useMembers } from "../../data/hooks.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { CopyBox } from "../../parts/copy-box.tsx";
import { ChoiceField, TextField } from "../../parts/fields.tsx";
import { FormDialog, useForm } from "../../parts/form-dialog.tsx";
import { Panel } from "../../parts/panel.tsx";
import { RelativeTime } from "../../parts/relative-time.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { usePlaces } from "../bookings/use-places.ts";
import { en } from "./strings.ts";

/** Addresses from which calendar programs read the bookings. */
export function Feeds() {
  const { t } = useStrings(en);
  const { foyer, can, cache, toasts } = usePortal();
  const subjectsOf = useSubjects();
  const list = useList(["calendar_feeds"], (api, page) => api.calendar_feeds.list(page), { on: ["calendar_feed."] });
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<NewCalendarFeed>();
  const [revoking, setRevoking] = useState<CalendarFeed>();
  const write = can("calendars:write");
  const revoke = useAction(async (feed: CalendarFeed) => {
    await foyer.calendar_feeds.revoke(feed.id);
    cache.hear({ type: "calendar_feed.revoked" });
    setRevoking(undefined);
    toasts.show(t("revoked", { name: feed.name }));
  });
  const about = ({ scope, subject_id }: CalendarFeed) =>
    scope === "all"
      ? t("scope.all")
      : (subjectsOf(scope).find(({ value }) => value === subject_id)?.label ?? t(`scope.${scope}`));
  return (
    <Panel
      title={t("feeds")}
      end={
        write && (
          <Button size="s" icon={icons.plus} onClick={() => setAdding(true)}>
            {t("newFeed")}
          </Button>
        )
      }
    >
      <p class="f-hint">{t("feedsText")}</p>
      <Shown of={list} skeleton={<Skeleton lines={2} height="48px" />}>
        {(all) =>
          all.length === 0 ? (
            <p class="f-muted p-staff-none">{t("noFeeds")}</p>
          ) : (
            <div class="p-card">
              <List label={t("feeds")}>
                {all.map((feed) => (
                  <Row
                    key={feed.id}
                    title={feed.name}
                    detail={about(feed)}
                    trailing={
                      <span class="p-staff-end">
                        <span class="f-muted p-staff-wide">
                          <RelativeTime at={feed.revoked_at ?? feed.created_at} />
                        </span>
                        {feed.revoked_at ? (
                          <Badge>{t("revokedBadge")}</Badge>
                        ) : (
                          write && (
                            <Button size="s" variant="quiet" onClick={() => setRevoking(feed)}>
                              {t("revoke")}
                            </Button>
                          )
                        )}
                      </span>
                    }
                  />
                ))}
              </List>
            </div>
          )
        }
      </Shown>
      {adding && (
        <FeedForm
          subjectsOf={subjectsOf}
          onClose={() => setAdding(false)}
          onMade={(feed) => {
            setAdding(false);
            setMade(feed);
            cache.hear({ type: "calendar_feed.created" });
          }}
        />
      )}
      {made && (
        <Dialog
          open
          title={made.name}
          // Only the button closes it: the address is never shown again.
          onClose={() => {}}
          actions={
            <Button variant="primary" onClick={() => setMade(undefined)}>
              {t("done")}
            </Button>
          }
        >
          <div class="p-form">
            <p>{t("feedMade")}</p>
            <CopyBox text={made.url} label={t("copyAddress")} />
          </div>
        </Dialog>
      )}
      {revoking && (
        <Confirm
          title={t("revokeTitle", { name: revoking.name })}
          action={t("revokeDo", { name: revoking.name })}
          busy={revoke.busy}
          onConfirm={() => void revoke.run(revoking)}
          onClose={() => setRevoking(undefined)}
        >
          <p>{t("revokeText")}</p>
        </Confirm>
      )}
    </Panel>
  );
}

type Scope = CalendarFeed["scope"];
type SubjectsOf = (scope: Scope) => { value: string; label: string }[];

/** What a feed of a scope can be about. */
function useSubjects(): SubjectsOf {
  const places = usePlaces();
  const members = useMembers();
  const options = (of: readonly { id: string; name: string }[]) =>
    of.map(({ id, name }) => ({ value: id, label: name }));
  return (scope) => {
    if (scope === "venue") return options(places.venues);
    if (scope === "member") return options(members.items.filter(({ status }) => status === "active"));
    if (scope === "all") return [];
    return places.resources
      .filter(({ template }) => !template)
      .map((one) => ({ value: one.id, label: places.labelOf(one) }));
  };
}

interface FeedDraft {
  name: string;
  scope: Scope;
  subject_id: string;
}

interface FeedFormProps {
  subjectsOf: SubjectsOf;
  onClose(): void;
  onMade(feed: NewCalendarFeed): void;
}

function FeedForm({ subjectsOf, onClose, onMade }: FeedFormProps) {
  const { t } = useStrings(en);
  const { foyer } = usePortal();
  const subjectIn = ({ scope, subject_id }: FeedDraft): string => subject_id || (subjectsOf(scope)[0]?.value ?? "");
  const form = useForm<FeedDraft>(
    { name: "", scope: "all", subject_id: "" },
    {
      check: ({ name }) => (name.trim() ? {} : { "/name": t("missing") }),
      save: async (draft) => {
        const { scope } = draft;
        const subject_id = scope === "all" ? null : subjectIn(draft);
        onMade(await foyer.calendar_feeds.create({ name: draft.name.trim(), scope, subject_id }));
      },
    },
  );
  const { draft, change } = form;
  return (
    <FormDialog
      form={form}
      size="s"
      title={t("newFeed")}
      action={t("create")}
      more={<Button onClick={onClose}>{t("cancel")}</Button>}
      onClose={onClose}
    >
      <TextField
        at="/name"
        label={t("name")}
        maxLength={120}
        value={draft.name}
        onChange={(name) => change({ name: name ?? "" })}
      />
      <ChoiceField
        at="/scope"
        label={t("feedOf")}
        value={draft.scope}
        onChange={(scope) => change({ scope, subject_id: "" })}
        options={(["all", "venue", "resource", "member"] as const).map((value) => ({
          value,
          label: t(`scope.${value}`),
        }))}
      />
      {draft.scope !== "all" && (
        <ChoiceField
          at="/subject_id"
          label={t(`scope.${draft.scope}`)}
          value={subjectIn(draft)}
          onChange={(subject_id) => change({ subject_id })}
          options={subjectsOf(draft.scope)}
        />
      )}
    </FormDialog>
  );
}
