import { Component, type ComponentChildren } from "preact";
import { ErrorNote } from "./controls/error-note.tsx";

interface Props {
  host: HTMLElement;
  children?: ComponentChildren;
}

/** A mistake of ours stays inside the element: the page hears `foyer:error`, the visitor can try again. */
export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown) {
    this.props.host.dispatchEvent(new CustomEvent("foyer:error", { detail: { error }, bubbles: true, composed: true }));
    this.setState({ failed: true });
  }

  override render({ children }: Props, { failed }: { failed: boolean }) {
    return failed ? <ErrorNote onRetry={() => this.setState({ failed: false })} /> : children;
  }
}
