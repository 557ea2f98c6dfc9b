import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ErrorNote } from "./controls/error-note.tsx";

/** A component in a chunk of its own. `preload` fetches it ahead, while the visitor still reads what comes before. */
export type Lazy<P> = ComponentType<P> & { preload(): Promise<unknown> };

/** Shows `waiting` until the chunk is there, and a retry when it does not arrive. */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting?: () => ComponentChildren,
): Lazy<P> {
  let Loaded: ComponentType<P> | undefined;
  let pending: Promise<unknown> | undefined;
  const preload = () => {
    pending ??= load().then(
      (component) => {
        Loaded = component;
      },
      (error: unknown) => {
        pending = undefined;
        throw error;
      },
    );
    return pending;
  };
  function Later(props: P) {
    const [state, setState] = useState<"waiting" | "failed" | "ready">(Loaded ? "ready" : "waiting");
    useEffect(() => {
      if (state !== "waiting") return;
      let here = true;
      const settle = (next: "failed" | "ready") => () => here && setState(next);
      preload().then(settle("ready"), settle("failed"));
      return () => {
        here = false;
      };
    }, [state]);
    if (Loaded) return <Loaded {...props} />;
    return state === "failed" ? <ErrorNote onRetry={() => setState("waiting")} /> : waiting?.();
  }
  return Object.assign(Later, { preload });
}
