import { useLayoutEffect, useState } from "preact/hooks";
import { lazy } from "../../kit/lazy.tsx";
import { useStore } from "../../kit/store.ts";
import { sheetOf } from "../../kit/styles.ts";
import { createChat } from "../chat.ts";
import type { Shell } from "../shell.ts";
import styles from "./desk.css";
import { Home } from "./home.tsx";

export { createChat };

const Thread = lazy(
  () => import("./thread.tsx").then((module) => module.Thread),
  () => <div class="thread" />,
);

let sheet: CSSStyleSheet | undefined;

/** What the panel holds: the conversations, or one of them. */
export function Desk({ shell }: { shell: Shell }) {
  const { host } = shell;
  const [chat] = useState(() => shell.own(createChat));
  const key = useStore(chat.store, (value) => value.key);
  useLayoutEffect(() => {
    sheet ??= sheetOf(styles);
    const { shadowRoot } = host;
    if (shadowRoot && !shadowRoot.adoptedStyleSheets.includes(sheet)) shadowRoot.adoptedStyleSheets.push(sheet);
    void Thread.preload().catch(() => {});
  }, [host]);
  return key ? <Thread chat={chat} id={key} host={host} /> : <Home chat={chat} host={host} />;
}
