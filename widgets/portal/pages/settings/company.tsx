import type { Company } from "../../../../sdk/index.ts";
import { Checkbox, Field, Input, Select, Skeleton, Textarea } from "../../../kit/index.ts";
import { Shown } from "../../parts/shown.tsx";
import { useStrings } from "../../strings/use.ts";
import { currencies, zones } from "../resources/lists.ts";
import { Accent } from "./accent.tsx";
import { Block } from "./block.tsx";
import { SaveBar } from "./save-bar.tsx";
import { en } from "./strings.ts";
import { useCompany } from "./use-company.ts";

const draftOf = (company: Company) => ({
  name: company.name,
  email: company.email ?? "",
  phone: company.phone ?? "",
  address: company.address ?? "",
  logo_url: company.logo_url ?? "",
  time_zone: company.time_zone,
  currency: company.currency,
  locale: company.locale,
  tax_rate: String(company.tax_rate / 100),
  tax_included: company.tax_included,
  min_booking_hours: String(company.min_booking_hours),
  max_booking_days: String(company.max_booking_days),
  cancellation_hours: String(company.cancellation_hours),
  deposit_percentage: String(company.deposit_percentage),
  accent_color: company.accent_color,
  greeting: company.greeting,
  reply_time: company.reply_time,
});
type Draft = ReturnType<typeof draftOf>;

const wholes = ["min_booking_hours", "max_booking_days", "cancellation_hours", "deposit_percentage"] as const;

const patchOf = (draft: Draft): Record<string, unknown> => ({
  ...draft,
  name: draft.name.trim(),
  email: draft.email.trim() || null,
  phone: draft.phone.trim() || null,
  address: draft.address.trim() || null,
  logo_url: draft.logo_url.trim() || null,
  tax_rate: Math.round(Number(draft.tax_rate.replace(",", ".")) * 100),
  ...Object.fromEntries(wholes.map((name) => [name, Number(draft[name])])),
});

const locales = ["en", "en-GB", "en-US", "es", "fr", "de", "ar"];

export function CompanySettings() {
  const { t } = useStrings(en);
  const wrongIn = (draft: Draft) => ({
    ...(draft.name.trim() ? {} : { name: t("missing") }),
    ...(/^#[0-9a-f]{6}$/i.test(draft.accent_color) ? {} : { accent_color: t("accentWrong") }),
    ...(/^\d+([.,]\d{1,2})?$/.test(draft.tax_rate.trim()) ? {} : { tax_rate: t("wrongNumber") }),
    ...Object.fromEntries(
      wholes.filter((name) => !/^\d+$/.test(draft[name].trim())).map((name) => [name, t("wrongNumber")]),
    ),
  });
  const { query, draft, changed, messages, change, discard, save, write } = useCompany(draftOf, patchOf, wrongIn);
  return (
    <div class="p-page p-set">
      <Shown of={query} skeleton={<Skeleton lines={10} height="28px" />}>
        {() => draft && <Form draft={draft} change={change} messages={messages} write={write} />}
      </Shown>
      <SaveBar changed={changed} busy={save.busy} onSave={() => void save.run()} onDiscard={discard} />
    </div>
  );
}

interface FormProps {
  draft: Draft;
  change(patch: Partial<Draft>): void;
  messages: Record<string, string | undefined>;
  write: boolean;
}

function Form({ draft, change, messages, write }: FormProps) {
  const { t } = useStrings(en);
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  const number = (name: Exclude<keyof Draft, "tax_included">, label: string, hint?: string) => (
    <Field label={label} hint={hint} error={messages[name]}>
      <Input inputmode="decimal" value={draft[name]} onInput={(value) => change({ [name]: value })} />
    </Field>
  );
  return (
    <fieldset disabled={!write} class="p-set-form">
      {!write && <p class="f-muted">{t("readOnly")}</p>}
      <Block title={t("about")} text={t("aboutText")}>
        <Field label={t("name")} error={messages.name}>
          <Input value={draft.name} onInput={(name) => change({ name })} maxLength={120} autocomplete="organization" />
        </Field>
        <div class="p-form-pair">
          <Field label={t("email")} optional error={messages.email}>
            <Input type="email" value={draft.email} onInput={(email) => change({ email })} autocomplete="email" />
          </Field>
          <Field label={t("phone")} optional error={messages.phone}>
            <Input type="tel" value={draft.phone} onInput={(phone) => change({ phone })} autocomplete="tel" />
          </Field>
        </div>
        <Field label={t("address")} optional error={messages.address}>
          <Textarea value={draft.address} onInput={(address) => change({ address })} rows={2} maxLength={500} />
        </Field>
        <Field label={t("logo")} hint={t("logoHint")} optional error={messages.logo_url}>
          <Input type="url" value={draft.logo_url} onInput={(logo_url) => change({ logo_url })} />
        </Field>
      </Block>
      <Block title={t("look")} text={t("lookText")}>
        <Accent
          value={draft.accent_color}
          error={messages.accent_color}
          onChange={(accent_color) => change({ accent_color })}
        />
        <Field label={t("greeting")} optional error={messages.greeting}>
          <Textarea value={draft.greeting} onInput={(greeting) => change({ greeting })} rows={2} maxLength={280} />
        </Field>
        <Field label={t("replyTime")} hint={t("replyTimeHint")} optional error={messages.reply_time}>
          <Input value={draft.reply_time} onInput={(reply_time) => change({ reply_time })} maxLength={120} />
        </Field>
      </Block>
      <Block title={t("region")} text={t("regionText")}>
        <div class="p-form-pair">
          <Field label={t("zone")} error={messages.time_zone}>
            <Select
              value={draft.time_zone}
              onChange={(time_zone) => change({ time_zone })}
              options={zones(draft.time_zone).map((value) => ({ value, label: value.replace(/_/g, " ") }))}
            />
          </Field>
          <Field label={t("locale")} error={messages.locale}>
            <Select
              value={draft.locale}
              onChange={(locale) => change({ locale })}
              options={[...new Set([...locales, draft.locale])].map((value) => ({
                value,
                label: names.of(value) ?? value,
              }))}
            />
          </Field>
          <Field label={t("currency")} error={messages.currency}>
            <Select
              value={draft.currency}
              onChange={(currency) => change({ currency })}
              options={currencies(draft.currency).map((value) => ({ value, label: value }))}
            />
          </Field>
          {number("tax_rate", t("tax"))}
        </div>
        <Checkbox
          checked={draft.tax_included}
          disabled={!write}
          hint={t("taxIncludedHint")}
          error={messages.tax_included}
          onChange={(tax_included) => change({ tax_included })}
        >
          {t("taxIncluded")}
        </Checkbox>
      </Block>
      <Block title={t("booking")} text={t("bookingText")}>
        <div class="p-form-pair">
          {number("min_booking_hours", t("minHours"), t("minHoursHint"))}
          {number("cancellation_hours", t("cancelHours"), t("cancelHoursHint"))}
        </div>
        <div class="p-form-pair">
          {number("max_booking_days", t("maxDays"))}
          {number("deposit_percentage", t("deposit"))}
        </div>
      </Block>
    </fieldset>
  );
}
