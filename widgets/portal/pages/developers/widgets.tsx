import { useState } from "preact/hooks";
import * as icons from "../../../kit/icons.ts";
import { Checkbox, Empty, Field, Icon, Input, languages, Select, Skeleton } from "../../../kit/index.ts";
import { useList, useQuery } from "../../data/hooks.ts";
import { CopyBox } from "../../parts/copy-box.tsx";
import { Shown } from "../../parts/shown.tsx";
import { usePortal } from "../../portal.ts";
import { href } from "../../router.ts";
import { useStrings } from "../../strings/use.ts";
import { usePlaces } from "../bookings/use-places.ts";
import { type Options, snippet, widgetNames } from "./embed.ts";
import { Head } from "./head.tsx";
import { IdentitySecret } from "./identity.tsx";
import { works } from "./key-state.ts";
import { en } from "./strings.ts";

/** The code that puts the widgets into a site. */
export function WidgetCode() {
  const { t } = useStrings(en);
  const { can } = usePortal();
  const keys = useList(["keys"], (foyer, page) => foyer.keys.list(page), { on: ["key."], size: 100 });
  const company = useQuery(["company"], (foyer) => foyer.company.retrieve(), { on: ["company."] });
  const places = usePlaces();
  const [options, setOptions] = useState<Options>({
    widgets: ["booking", "chatButton"],
    resource: "",
    locale: "",
    accent: "",
    theme: "",
  });
  const [token, setToken] = useState("");
  const change = (patch: Partial<Options>) => setOptions((all) => ({ ...all, ...patch }));
  const publishable = keys.items.filter((key) => key.kind === "publishable" && works(key));
  const [chosen, setChosen] = useState<string>();
  const key = publishable.find((one) => one.id === chosen) ?? publishable[0];
  const place = key?.prefix ?? "";
  const whole = token.trim().startsWith("fy_pk_") ? token.trim() : place;
  return (
    <>
      <Head current="widgets" />
      <div class="p-page p-dev-embed">
        <Shown of={keys} skeleton={<Skeleton lines={8} height="24px" />}>
          {() =>
            key ? (
              <div class="p-dev-embed-both">
                <div class="p-form">
                  <Field label={t("widgetsKey")}>
                    <Select
                      value={key.id}
                      onChange={setChosen}
                      options={publishable.map((one) => ({ value: one.id, label: `${one.name} (${one.prefix})` }))}
                    />
                  </Field>
                  <Field label={t("widgetsToken")} hint={t("widgetsTokenHint")} optional>
                    <Input value={token} onInput={setToken} spellcheck={false} autocomplete="off" placeholder={place} />
                  </Field>
                  {/* biome-ignore lint/a11y/useSemanticElements: a fieldset lays out its legend in its own way */}
                  <div role="group" aria-label={t("widgetChoice")} class="p-dev-choice">
                    <p class="f-label">{t("widgetChoice")}</p>
                    {widgetNames.map((name) => (
                      <Checkbox
                        key={name}
                        checked={options.widgets.includes(name)}
                        onChange={(on) =>
                          change({
                            widgets: widgetNames.filter((one) => (one === name ? on : options.widgets.includes(one))),
                          })
                        }
                      >
                        {t(`widget.${name}`)}
                      </Checkbox>
                    ))}
                  </div>
                  <div class="p-form-pair">
                    {options.widgets.includes("booking") && (
                      <Field label={t("resource")}>
                        <Select
                          value={options.resource}
                          onChange={(resource) => change({ resource })}
                          options={[
                            { value: "", label: t("anyResource") },
                            ...places.resources.map((one) => ({ value: one.id, label: one.name })),
                          ]}
                        />
                      </Field>
                    )}
                    <Field label={t("locale")}>
                      <Select
                        value={options.locale}
                        onChange={(locale) => change({ locale })}
                        options={[
                          { value: "", label: t("localeAuto") },
                          ...languages.map((value) => ({
                            value,
                            label: new Intl.DisplayNames([value], { type: "language" }).of(value) ?? value,
                          })),
                        ]}
                      />
                    </Field>
                    <Field label={t("theme")}>
                      <Select
                        value={options.theme}
                        onChange={(theme) => change({ theme: theme as Options["theme"] })}
                        options={[
                          { value: "", label: t("theme.auto") },
                          { value: "light", label: t("theme.light") },
                          { value: "dark", label: t("theme.dark") },
                        ]}
                      />
                    </Field>
                    <Field label={t("accent")}>
                      <Input
                        value={options.accent}
                        onInput={(accent) => change({ accent })}
                        placeholder={company.data?.accent_color ?? t("accentAuto")}
                        spellcheck={false}
                      />
                    </Field>
                  </div>
                </div>
                <div class="p-form">
                  <h2 class="p-dev-title">{t("code")}</h2>
                  <p class="f-muted">{t("widgetsText")}</p>
                  <CopyBox multiline text={snippet(location.origin, whole, options)} label={t("copyCode")} />
                  {whole === place && <p class="f-hint">{t("widgetsPrefixOnly", { place })}</p>}
                  <h2 class="p-dev-title">{t("csp")}</h2>
                  <p class="f-muted">{t("cspText")}</p>
                  <CopyBox
                    multiline
                    text={`script-src ${location.origin};\nconnect-src ${location.origin} ${location.origin.replace(/^http/, "ws")};`}
                    label={t("copyCode")}
                  />
                  {can("keys:write") && <IdentitySecret />}
                  <a class="p-dev-reference" href="/demo" target="_blank" rel="noreferrer">
                    {t("demo")}
                    <Icon of={icons.external} size={16} />
                  </a>
                </div>
              </div>
            ) : (
              <Empty
                icon={icons.key}
                title={t("widgetsNoKey")}
                text={t("widgetsNoKeyText")}
                action={<a href={href("/developers/keys")}>{t("keys")}</a>}
              />
            )
          }
        </Shown>
      </div>
    </>
  );
}
