import type { Sending } from "../outgoing.ts";
import { Trouble } from "./trouble.tsx";

/** Room for what stands in the way of sending; nothing while nothing does. */
export function Delivery(props: { sending: Sending; onRetry(): void }) {
  const { is } = props.sending;
  return <div aria-live="polite">{is !== "idle" && is !== "sending" && <Trouble {...props} />}</div>;
}
