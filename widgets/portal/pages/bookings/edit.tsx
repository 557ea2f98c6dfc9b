import { useRef, useState } from "preact/hooks";
import type { Booking, Resource } from "../../../../sdk/index.ts";
import { Button, css, Dialog, ErrorNote, Loading, Skeleton, useI18n } from "../../../kit/index.ts";
import { useAction } from "../../data/hooks.ts";
import { outdated } from "../../data/outdated.ts";
import { usePortal } from "../../portal.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { draftOf, patchOf, wishOf } from "./draft.ts";
import styles from "./form.css";
import { en } from "./form-strings.ts";
import { QuoteCard } from "./quote-card.tsx";
import { type Refusal, refusalOf } from "./refused.ts";
import { changedIn, guest } from "./state.ts";
import { en as words } from "./strings.ts";
import { type Places, usePlaces } from "./use-places.ts";
import { useQuote } from "./use-quote.ts";
import { useShownError } from "./use-shown-error.ts";
import { WishForm } from "./wish-form.tsx";

css(styles);

export interface EditProps {
  /** As it is now, also when somebody else changes it meanwhile. */
  booking: Booking;
  onClose(): void;
  onChanged(booking: Booking): void;
  /** Somebody else changed it first: it has to be read again. */
  onOutdated(): void;
}

/** Another time, length, resource, party or extras for a booking. */
export function Edit(props: EditProps) {
  const { t } = useStrings(en);
  const places = usePlaces();
  const resource = places.resourceOf(props.booking.resource_id);
  if (resource && !places.loading) return <Form {...props} places={places} resource={resource} />;
  return (
    <Dialog open size="l" title={t("editTitle", { guest: guest(props.booking) })} onClose={props.onClose}>
      <Loading>
        <Skeleton lines={8} height="34px" />
      </Loading>
    </Dialog>
  );
}

/** The price of another wish, asked for as if the booking that makes room for it were not there. */
const spared = (wish: ReturnType<typeof wishOf>, { id }: Booking) => wish && { ...wish, except: id };

interface FormProps extends EditProps {
  places: Places;
  resource: Resource;
}

function Form({ booking, places, resource: before, onClose, onChanged, onOutdated }: FormProps) {
  const { t } = useStrings(en);
  const shared = useStrings(words);
  const { t: say } = useI18n<typeof shell>();
  const { foyer, toasts } = usePortal();
  const zone = booking.time_zone;
  // What was chosen is said against the booking as it was when it was opened.
  const [base] = useState(booking);
  const [draft, setDraft] = useState(() => draftOf(booking, before, zone));
  const [refusal, setRefusal] = useState<Refusal>();
  const resource = places.resourceOf(draft.resource_id) ?? before;
  const patch = patchOf(base, resource, draft);
  const changed = Object.keys(patch).length > 0;
  const theirs = booking.version === base.version ? [] : changedIn(base, booking);
  const asked = useQuote(changed ? spared(wishOf(resource, draft), booking) : undefined);
  const { quote } = base;
  const quoted = changed || !quote ? asked : { quote, code: undefined, error: undefined, busy: false };
  const form = useRef<HTMLDivElement>(null);
  useShownError(form, refusal);
  const save = useAction(
    async () => {
      setRefusal(undefined);
      const next = await foyer.bookings.update(booking.id, { ...patch, version: booking.version });
      onChanged(next);
      toasts.show(t("editDone", { reference: next.reference }));
      onClose();
    },
    {
      onError: (error) => {
        if (outdated(error)) {
          onOutdated();
          return true;
        }
        setRefusal(refusalOf(error));
        return refusalOf(error) !== undefined;
      },
    },
  );
  return (
    <Dialog
      open
      size="l"
      title={t("editTitle", { guest: guest(booking) })}
      onClose={onClose}
      actions={
        <>
          <span class="p-create-total" />
          <Button onClick={onClose}>{say("cancel")}</Button>
          <Button
            variant="primary"
            busy={save.busy}
            disabled={!changed || !draft.starts_at}
            onClick={() => void save.run()}
          >
            {t("editDo")}
          </Button>
        </>
      }
    >
      <div class="p-book" ref={form}>
        <div class="p-book-main">
          {theirs.length > 0 && (
            <ErrorNote
              title={t("changedMeanwhile")}
              text={t("changedMeanwhileText", { fields: theirs.map((name) => shared.t(`field.${name}`)).join(", ") })}
            />
          )}
          <WishForm
            places={places}
            draft={draft}
            onChange={(next) => {
              setDraft(next);
              setRefusal(undefined);
            }}
            refusal={refusal}
            code={quoted.code}
            own={booking}
          />
        </div>
        <QuoteCard
          resource={resource}
          draft={draft}
          zone={places.venueOf(draft.venue_id)?.time_zone ?? zone}
          quoted={quoted}
          own
        />
      </div>
    </Dialog>
  );
}
