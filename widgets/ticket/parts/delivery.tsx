import { useEffect } from "preact/hooks";
import { lazy } from "../../kit/lazy.tsx";
import type { Sending } from "../outgoing.ts";

const Trouble = lazy(() => import("./trouble.tsx").then((module) => module.Trouble));

/** Room for what stands in the way of sending; nothing while nothing does. */
export function Delivery(props: { sending: Sending; onRetry(): void }) {
  const { is } = props.sending;
  // Ahead: when it is needed, the connection may be gone.
  useEffect(() => void Trouble.preload().catch(() => undefined), []);
  return <div aria-live="polite">{is !== "idle" && is !== "sending" && <Trouble {...props} />}</div>;
}
