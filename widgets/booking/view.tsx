import { Component, createRef, type VNode } from "preact";
import type { Failure } from "../client/client.ts";
import { Button, IconButton } from "../kit/controls/button.tsx";
import { ErrorNote } from "../kit/controls/error-note.tsx";
import { Loading, Skeleton } from "../kit/controls/skeleton.tsx";
import { I18nContext } from "../kit/i18n.ts";
import { close } from "../kit/icons.ts";
import type { BookingHost } from "./element.tsx";
import type { Step } from "./flow.ts";
import { resources } from "./resources.tsx";
import type { BookingFlow } from "./state.ts";
import type { Say, Ui } from "./ui.ts";

interface Props {
  host: BookingHost;
  state: BookingFlow;
}

/** The whole element, drawn anew with every change of its state. */
export class BookingView extends Component<Props> {
  static override contextType = I18nContext;
  readonly #box = createRef<HTMLElement>();
  readonly #dialog = createRef<HTMLDialogElement>();
  #shown: Step | undefined;
  #leave: (() => void) | undefined;
  #seen: IntersectionObserver | undefined;

  override componentDidMount() {
    const { state: flow } = this.props;
    this.#leave = flow.store.subscribe(() => this.setState({}));
    // Nothing is asked for before it can be seen.
    this.#seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && flow.start(), {
      rootMargin: "200px",
    });
    this.componentDidUpdate();
  }

  override componentWillUnmount() {
    this.#leave?.();
    this.#seen?.disconnect();
  }

  override componentDidUpdate() {
    const { step, catalogue, open } = this.props.state.store.get();
    const dialog = this.#dialog.current;
    if (dialog && dialog.open !== open) open ? dialog.showModal() : dialog.close();
    const box = this.#box.current;
    if (box) this.#seen?.observe(box);
    // The next step starts where it starts, for eyes and for screen readers; nothing moves when the page is opened.
    const before = this.#shown;
    this.#shown = typeof catalogue === "object" ? step : undefined;
    if (!box || !before || !this.#shown || before === step) return;
    box.focus({ preventScroll: true });
    if (box.getBoundingClientRect().top < 0) box.scrollIntoView({ block: "start" });
  }

  override render({ host, state: flow }: Props) {
    const ui: Ui = { ...(this.context as unknown as Say), flow, state: flow.store.get() };
    const title = host.label ?? ui.t("bookNow");
    const all = (
      <section ref={this.#box} class="booking" tabIndex={-1} aria-label={title}>
        {step(ui)}
      </section>
    );
    if (host.layout !== "button") return all;
    return (
      <>
        <Button variant="primary" part="button" aria-haspopup="dialog" onClick={() => flow.show(true)}>
          {title}
        </Button>
        <dialog
          ref={this.#dialog}
          aria-label={title}
          onClose={() => flow.show(false)}
          onPointerDown={(event) => event.target === this.#dialog.current && flow.show(false)}
        >
          {ui.state.open && (
            <div>
              <div class="close">
                <IconButton icon={close} label={ui.t("kit.close" as "back")} onClick={() => flow.show(false)} />
              </div>
              {all}
            </div>
          )}
        </dialog>
      </>
    );
  }
}

function step(ui: Ui) {
  const { t, state, flow } = ui;
  const { catalogue, step } = state;
  const { steps } = flow;
  if (catalogue === "idle" || catalogue === "loading" || (step !== "resources" && !steps)) {
    return (
      <Loading>
        <Skeleton width="55%" height="28px" />
        <div class="cards">
          {[0, 1, 2].map((index) => (
            <Skeleton key={index} height="280px" radius="10px" />
          ))}
        </div>
      </Loading>
    );
  }
  if ("failed" in catalogue) {
    const { status, request_id } = catalogue.failed as Failure;
    return (
      <ErrorNote title={t("loadFailed")} text={!status && t("offline")} requestId={request_id} onRetry={flow.retry} />
    );
  }
  return step === "resources" ? resources(ui) : (steps?.[step](ui) as VNode);
}
