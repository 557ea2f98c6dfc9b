import type { ComponentChildren } from "preact";
import { Dialog } from "../../kit/controls/dialog.tsx";

/** The form and the tickets over the page. */
export function InDialog(props: { title: string; onClose(): void; children: ComponentChildren }) {
  return <Dialog open size="m" {...props} />;
}
