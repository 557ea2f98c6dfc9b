import { useI18n } from "../i18n.ts";
import { close } from "../icons.ts";
import { createStore, type Store, useStore } from "../store.ts";
import { css } from "../styles.ts";
import { Button, IconButton } from "./button.tsx";
import styles from "./toast.css";

css(styles);

export interface Toast {
  id: number;
  text: string;
  /** Takes the thing back; the toast then goes. */
  undo?: (() => void) | undefined;
}

/** The toasts of one element: make one, show it with `<Toasts of={…} />` once, call `show` from anywhere. */
export interface ToastList extends Store<{ toasts: Toast[] }> {
  show(text: string, options?: { undo?: () => void; milliseconds?: number }): void;
  dismiss(id: number): void;
  /** While someone is on a toast none of them runs out. */
  hold(held: boolean): void;
}

export function createToasts(): ToastList {
  const store = createStore<{ toasts: Toast[] }>({ toasts: [] });
  const due = new Map<number, number>();
  let held = false;
  let last = 0;
  const dismiss = (id: number) => {
    due.delete(id);
    store.set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
  };
  const expire = (id: number) => {
    const left = (due.get(id) ?? 0) - Date.now();
    if (!due.has(id)) return;
    if (left > 0 || held) setTimeout(expire, held ? 1000 : left, id);
    else dismiss(id);
  };
  return {
    ...store,
    dismiss,
    hold(now) {
      if (held && !now) for (const id of due.keys()) due.set(id, Date.now() + 3000);
      held = now;
    },
    show(text, { undo, milliseconds = undo ? 10_000 : 5000 } = {}) {
      last += 1;
      const toast: Toast = { id: last, text, undo };
      due.set(toast.id, Date.now() + milliseconds);
      store.set(({ toasts }) => ({ toasts: [...toasts.slice(-2), toast] }));
      expire(toast.id);
    },
  };
}

export function Toasts({ of }: { of: ToastList }) {
  const { t } = useI18n();
  const toasts = useStore(of, (value) => value.toasts);
  return (
    <div
      class="f-toasts"
      role="status"
      onPointerEnter={() => of.hold(true)}
      onPointerLeave={() => of.hold(false)}
      onFocusIn={() => of.hold(true)}
      onFocusOut={() => of.hold(false)}
    >
      {toasts.map((toast) => (
        <div key={toast.id} class="f-toast">
          <span>{toast.text}</span>
          {toast.undo && (
            <Button
              variant="quiet"
              size="s"
              onClick={() => {
                toast.undo?.();
                of.dismiss(toast.id);
              }}
            >
              {t("kit.undo")}
            </Button>
          )}
          <IconButton size="s" icon={close} label={t("kit.dismiss")} onClick={() => of.dismiss(toast.id)} />
        </div>
      ))}
    </div>
  );
}
