import { useEffect, useRef } from "preact/hooks";
import type { BookingPatch } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { FileDrop, Icon, IconButton } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { Facts } from "../../parts/list-detail.tsx";
import { Choice } from "../../parts/member-picker.tsx";
import { Panel } from "../../parts/panel.tsx";
import { accepted, useUploads } from "../../parts/uploads.ts";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import type { PartProps } from "./booking.tsx";
import { en } from "./detail-strings.ts";
import { usePlaces } from "./use-places.ts";

type Waiver = NonNullable<BookingPatch["waiver_status"]>;
const waivers = ["none", "pending", "signed"] as const satisfies readonly Waiver[];
const most = 20;

/** The waiver, contracts and whatever else is kept with a booking. */
export function Papers({ booking, put, onError }: PartProps) {
  const { t, number } = useStrings(en);
  const { foyer, can, toasts } = usePortal();
  const resource = usePlaces().resourceOf(booking.resource_id);
  const uploads = useUploads();
  const write = can("bookings:write");
  const { attachments } = booking;
  const change = useAction(
    async (patch: Omit<BookingPatch, "version">, said?: string) => {
      put(await foyer.bookings.update(booking.id, { ...patch, version: booking.version }));
      if (said) toasts.show(said);
    },
    { onError },
  );
  // What is uploaded is kept with the booking at once: nobody has to press anything more.
  const keeping = useRef(false);
  const { ids, pending } = uploads;
  useEffect(() => {
    if (pending || ids.length === 0 || keeping.current) return;
    keeping.current = true;
    const next = [...attachments.map(({ media_id }) => media_id), ...ids];
    void change.run({ attachments: next }, t("papersAdded", { count: ids.length })).finally(() => {
      keeping.current = false;
      uploads.clear();
    });
  }, [pending, ids.length]);
  const without = (media_id: string) => attachments.map((one) => one.media_id).filter((id) => id !== media_id);
  return (
    <>
      <Facts
        of={[
          [
            t("waiver"),
            <Choice
              label={t("waiver")}
              value={booking.waiver_status}
              options={waivers.map((value) => ({ value, label: t(`waiver.${value}`) }))}
              onChange={(value) => void change.run({ waiver_status: value as Waiver })}
              disabled={!write}
            />,
          ],
          ...(resource?.waiver_url
            ? [
                [
                  "",
                  <a href={resource.waiver_url} target="_blank" rel="noopener noreferrer">
                    {t("waiverLink")}
                  </a>,
                ] as const,
              ]
            : []),
        ]}
      />
      <Panel title={t("contracts")}>
        {attachments.length === 0 ? (
          <p class="f-muted">{t("noContracts")}</p>
        ) : (
          <ul class="p-papers p-card">
            {attachments.map((one) => (
              <li key={one.media_id}>
                <Icon of={one.type.startsWith("image/") ? icons.image : icons.file} size={18} />
                <a class="p-ellipsis" href={one.url} target="_blank" rel="noopener noreferrer">
                  {one.name}
                </a>
                <span class="f-muted f-tabular">
                  {number(Math.max(1, Math.round(one.size / 1000)), { style: "unit", unit: "kilobyte" })}
                </span>
                {write && (
                  <IconButton
                    size="s"
                    icon={icons.close}
                    label={t("removePaper", { name: one.name })}
                    busy={change.busy}
                    onClick={() =>
                      void change.run({ attachments: without(one.media_id) }, t("paperRemoved", { name: one.name }))
                    }
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {write && attachments.length < most && (
        <FileDrop
          label={t("addPapers")}
          hint={t("papersHint")}
          files={uploads.files}
          onAdd={uploads.add}
          onRemove={uploads.remove}
          accept={accepted}
          maxFiles={most - attachments.length}
        />
      )}
    </>
  );
}
