import type { ComponentChildren } from "preact";
import { Dialog } from "../kit/controls/dialog.tsx";

/** The flow over the page. */
export function InDialog(props: { title: string; onClose(): void; children: ComponentChildren }) {
  return <Dialog open size="l" {...props} />;
}
