export * from "./a11y.ts";
export * from "./calendar-model.ts";
export * from "./controls/avatar.tsx";
export * from "./controls/badge.tsx";
export * from "./controls/button.tsx";
export * from "./controls/calendar.tsx";
export * from "./controls/checkbox.tsx";
export * from "./controls/dialog.tsx";
export * from "./controls/empty.tsx";
export * from "./controls/error-note.tsx";
export * from "./controls/field.tsx";
export * from "./controls/file-drop.tsx";
export * from "./controls/icon.tsx";
export * from "./controls/input.tsx";
export * from "./controls/menu.tsx";
export * from "./controls/row.tsx";
export * from "./controls/select.tsx";
export * from "./controls/skeleton.tsx";
export * from "./controls/spinner.tsx";
export * from "./controls/tabs.tsx";
export * from "./controls/textarea.tsx";
export * from "./controls/toast.tsx";
export * from "./controls/tooltip.tsx";
export { type AnyHost, type Declaration, define, event, type Host, type Kind } from "./define.ts";
export {
  createI18n,
  type I18n,
  type Language,
  type Languages,
  languages,
  type Phrase,
  type Strings,
  type Translation,
  useI18n,
} from "./i18n.ts";
export { launcherCss } from "./launcher.ts";
export { type Lazy, lazy } from "./lazy.tsx";
export { type SafeStorage, safeStorage } from "./safe-storage.ts";
export { type VisitorSession, visitorSession } from "./session.ts";
export { createStore, type Store, useStore } from "./store.ts";
export { css } from "./styles.ts";
