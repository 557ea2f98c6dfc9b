import type { ComponentChildren } from "preact";
import { ErrorNote, Loading } from "../../kit/index.ts";
import { explain } from "../data/explain.ts";
import type { Query } from "../data/hooks.ts";

export interface ShownProps<T> {
  of: Pick<Query<T>, "data" | "error" | "loading" | "busy" | "reload">;
  /** In the size of what is coming. */
  skeleton: ComponentChildren;
  children: (data: T) => ComponentChildren;
}

/** A query's answer, or its skeleton, or its failure with a retry. An earlier answer stays when a later request fails. */
export function Shown<T>({ of, skeleton, children }: ShownProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) {
    const { title, text, requestId } = explain(of.error);
    return (
      <div class="p-shown-error">
        <ErrorNote title={title} text={text} requestId={requestId} onRetry={of.reload} retrying={of.busy} />
      </div>
    );
  }
  return <Loading>{skeleton}</Loading>;
}
