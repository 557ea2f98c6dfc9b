import { describe, expect, it } from "vitest";
import { createI18n, loadStrings, resolveLocale } from "./i18n.ts";
import { en } from "./strings/en.ts";

const table = {
  hello: "Hello {name}",
  guests: {
    zero: "لا ضيوف",
    one: "ضيف",
    two: "ضيفان",
    few: "{count} ضيوف",
    many: "{count} ضيفًا",
    other: "{count} ضيف",
  },
} as const;

describe("i18n", () => {
  it("fills places and leaves unknown ones visible", () => {
    const { t } = createI18n("en", { ...table, odd: "{missing}!" });
    expect(t("hello", { name: "{name} $&" })).toBe("Hello {name} $&");
    expect(t("odd")).toBe("{missing}!");
  });

  it("chooses all six Arabic plural forms", () => {
    const { t } = createI18n("ar", table);
    const forms = [0, 1, 2, 3, 11, 100].map((count) => t("guests", { count }).replace(/[\d٠-٩]/g, ""));
    expect(forms).toEqual(["لا ضيوف", "ضيف", "ضيفان", " ضيوف", " ضيفًا", " ضيف"]);
  });

  it("keeps the region where the language is spoken, and speaks English otherwise", () => {
    expect(resolveLocale("fr-CA")).toEqual({ locale: "fr-CA", language: "fr" });
    expect(resolveLocale("ja")).toEqual({ locale: "en", language: "en" });
    expect(resolveLocale("not a tag")).toEqual({ locale: "en", language: "en" });
    expect(createI18n("ar-EG", en).dir).toBe("rtl");
  });

  it("writes money from minor units by the currency's own digits", () => {
    // Intl puts no-break spaces.
    const spaced = (text: string) => text.replace(/\s/g, " ");
    const american = createI18n("en-US", {});
    const money = (minor: number, currency: string) => spaced(american.money(minor, currency));
    expect([money(1250, "USD"), money(1200, "USD"), money(1250, "JPY"), money(1250, "KWD"), money(0, "EUR")]).toEqual([
      "$12.50",
      "$12",
      "¥1,250",
      "KWD 1.250",
      "€0",
    ]);
    expect(spaced(createI18n("de", {}).money(123456, "EUR"))).toBe("1.234,56 €");
  });

  it("tells time apart in words", () => {
    const { relative } = createI18n("en", {});
    const now = Date.parse("2026-11-20T12:00:00Z");
    expect(relative(now - 20_000, now)).toBe("now");
    expect(relative(now - 120_000, now)).toBe("2 minutes ago");
    expect(relative("2026-11-21T12:00:00Z", now)).toBe("tomorrow");
  });

  it("loads a language, and falls back to English when the download fails", async () => {
    const spanish = await loadStrings("es-MX", {
      en: { title: "Book" },
      es: async () => ({ default: { title: "Reserva" } }),
    });
    expect(spanish).toMatchObject({ title: "Reserva", "kit.close": "Cerrar" });
    const failed = await loadStrings("de", { en: { title: "Book" }, de: () => Promise.reject(new Error("offline")) });
    expect(failed).toMatchObject({ title: "Book", "kit.close": "Schließen" });
    expect(await loadStrings("en", undefined)).toEqual(en);
  });

  it("has every phrase and place in every language", async () => {
    const places = (phrase: unknown) => new Set(JSON.stringify(phrase).match(/\{\w+\}/g) ?? []);
    for (const language of ["es", "fr", "de", "ar"] as const) {
      const strings = await loadStrings(language, undefined);
      for (const [key, phrase] of Object.entries(en)) {
        expect(places(strings[key]), `${language} ${key}`).toEqual(places(phrase));
      }
    }
  });
});
