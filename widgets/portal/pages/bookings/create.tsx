import { useRef, useState } from "preact/hooks";
import type { Booking, Resource } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, css, Dialog, Empty, Loading, Skeleton, useI18n } from "../../../kit/index.ts";
import { explain } from "../../data/explain.ts";
import { useAction } from "../../data/hooks.ts";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import type { en as shell } from "../../strings/en.ts";
import { useStrings } from "../../strings/use.ts";
import { blankDraft, type Draft, recurrenceOf, type Start, wishOf } from "./draft.ts";
import styles from "./form.css";
import { en } from "./form-strings.ts";
import { Items } from "./items.tsx";
import { answered } from "./questions.tsx";
import { QuoteCard } from "./quote-card.tsx";
import { type Refusal, refusalOf } from "./refused.ts";
import { type Places, usePlaces } from "./use-places.ts";
import { useQuote, useTotal } from "./use-quote.ts";
import { useShownError } from "./use-shown-error.ts";
import { contactOf, Whom, whomOf } from "./whom.tsx";
import { WishForm } from "./wish-form.tsx";

css(styles);

export interface CreateProps {
  /** What is known already, such as the time that was pressed in the calendar. */
  start?: Start;
  onClose(): void;
  /** With several made at once: the first. */
  onCreated(booking: Booking): void;
}

/** A booking that the team makes for somebody: one, several at once, or one again and again. */
export function Create(props: CreateProps) {
  const { t } = useStrings(en);
  const places = usePlaces();
  const { start = {} } = props;
  const bookable = places.resources.filter((one) => one.status === "available" && !one.template);
  const first =
    bookable.find((one) => one.id === start.resource_id) ??
    bookable.find((one) => !start.venue_id || one.venue_id === start.venue_id) ??
    bookable[0];
  if (first && !places.loading) return <Form {...props} places={places} first={first} />;
  return (
    <Dialog open size="l" title={t("createTitle")} onClose={props.onClose}>
      {places.loading ? (
        <Loading>
          <Skeleton lines={8} height="34px" />
        </Loading>
      ) : (
        <Empty
          icon={icons.calendar}
          title={t("noResources")}
          text={t("noResourcesText")}
          action={<a href={href("/resources/new")}>{t("addResource")}</a>}
        />
      )}
    </Dialog>
  );
}

interface FormProps extends CreateProps {
  places: Places;
  first: Resource;
}

function Form({ places, first, start = {}, onClose, onCreated }: FormProps) {
  const { t, date, money } = useStrings(en);
  const words = useI18n<typeof shell>();
  const { foyer, toasts, cache } = usePortal();
  const [items, setItems] = useState<Draft[]>(() => [blankDraft(first, start)]);
  const [at, setAt] = useState(0);
  const [whom, setWhom] = useState(() => whomOf(start.person));
  const [refusal, setRefusal] = useState<Refusal>();
  const [failed, setFailed] = useState<string>();
  const draft = items[at] ?? items[0]!;
  const resourceOf = (one: Draft) => places.resourceOf(one.resource_id) ?? first;
  const zoneOf = (one: Draft) => places.venueOf(one.venue_id)?.time_zone ?? places.zoneOf(resourceOf(one));
  const resource = resourceOf(draft);
  const wishes = items.map((one) => wishOf(resourceOf(one), one));
  const quoted = useQuote(wishes[at]);
  const together = useTotal(
    wishes,
    items.map(({ weeks }) => weeks),
  );
  const { quote } = quoted;
  const alone = quote && draft.starts_at && { amount: quote.total * draft.weeks, currency: quote.currency };
  const total = items.length > 1 ? together : alone;
  const many = items.length > 1 || draft.weeks > 1;
  const forget = () => {
    setRefusal(undefined);
    setFailed(undefined);
  };
  const change = (next: Draft) => {
    setItems(items.map((one, index) => (index === at ? next : one)));
    forget();
  };
  /** Of which item, or of none. */
  const refuse = (fields: Record<string, string>, item: number) => {
    if (item >= 0) setAt(item);
    setRefusal({ item, starts_at: undefined, fields, taken: undefined, code: undefined });
  };

  const save = useAction(
    async () => {
      forget();
      const untimed = wishes.findIndex((wish) => !wish);
      const missing = {
        ...(untimed < 0 ? {} : { starts_at: t("timeMissing") }),
        ...(whom.person?.email ? {} : { contact: t("whoMissing") }),
        ...(whom.person && !whom.name.trim() ? { name: t("nameMissing") } : {}),
      };
      const contact = contactOf(whom);
      if (Object.keys(missing).length || !contact) return refuse(missing, untimed);
      const said = { contact, ...(whom.notes.trim() ? { notes: whom.notes.trim() } : {}) };
      const answers = answered(whom.answers);
      const told = Object.keys(answers).length ? { answers } : {};
      const made = many
        ? (
            await foyer.booking_groups.create({
              items: items.map((one, index) => {
                const recurrence = recurrenceOf(one);
                // Answers are to the questions of what is shown first.
                return { ...wishes[index]!, ...(index === 0 ? told : {}), ...(recurrence ? { recurrence } : {}) };
              }),
              ...said,
            })
          ).data
        : [await foyer.bookings.create({ ...wishes[0]!, ...told, ...said })];
      const [booking] = made;
      if (!booking) return;
      cache.hear({ type: "booking.created" });
      toasts.show(many ? t("createdMany", { count: made.length }) : t("createDone", { reference: booking.reference }));
      onCreated(booking);
      onClose();
    },
    {
      onError: (error) => {
        const found = refusalOf(error);
        setRefusal(found);
        if (!found) return false;
        setAt(found.item);
        const item = items[found.item];
        const when = found.starts_at ?? item?.starts_at;
        if (many && item && when) {
          const timeZone = zoneOf(item);
          const said = date(when, {
            weekday: "short",
            day: "numeric",
            month: "short",
            hour: "numeric",
            minute: "2-digit",
            timeZone,
          });
          const why = found.taken?.reason ? t(`why.${found.taken.reason}`) : explain(error).text;
          setFailed(t("itemFailed", { number: found.item + 1, when: said, why }));
        } else if (!found.taken && !found.code) setFailed(explain(error).text);
        return true;
      },
    },
  );
  const shown = refusal?.item === at ? refusal : undefined;
  const form = useRef<HTMLFormElement>(null);
  useShownError(form, refusal ?? failed);
  return (
    <Dialog
      open
      size="l"
      title={t("createTitle")}
      onClose={onClose}
      actions={
        <>
          <span class="p-create-total" aria-live="polite">
            {total && (
              <>
                <span class="f-muted">{t(items.length > 1 ? "totalOfAll" : "total")}</span>{" "}
                <strong class="f-tabular">{money(total.amount, total.currency)}</strong>
              </>
            )}
          </span>
          <Button onClick={onClose}>{words.t("cancel")}</Button>
          <Button variant="primary" busy={save.busy} onClick={() => void save.run()}>
            {items.length > 1 ? t("createMany", { count: items.length }) : t("createDo")}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        class="p-book"
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        <div class="p-book-main">
          {failed && (
            <p class="p-taken" role="alert">
              {failed}
            </p>
          )}
          {items.length > 1 && (
            <Items
              {...{ items, at, resourceOf, zoneOf }}
              failed={refusal?.item}
              onSelect={setAt}
              onRemove={(index) => {
                setItems(items.filter((_, other) => other !== index));
                setAt(Math.max(0, at - (index <= at ? 1 : 0)));
                forget();
              }}
            />
          )}
          <WishForm
            key={at}
            places={places}
            draft={draft}
            onChange={change}
            refusal={shown}
            code={quoted.code}
            date={start.date}
          />
          <Button
            class="p-book-add"
            size="s"
            variant="quiet"
            icon={icons.plus}
            onClick={() => {
              setItems([...items, blankDraft(resource, { venue_id: draft.venue_id })]);
              setAt(items.length);
            }}
          >
            {t("addItem")}
          </Button>
          <Whom resource={resourceOf(items[0]!)} whom={whom} wrong={refusal?.fields ?? {}} onChange={setWhom} />
        </div>
        <QuoteCard resource={resource} draft={draft} zone={zoneOf(draft)} quoted={quoted} />
        {/* Lets Enter book: the visible button stands outside of the form. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
