import type { ComponentChildren } from "preact";

/** A group of settings: what it is about, and its fields beside. */
export function Block({ title, text, children }: { title: string; text?: string; children: ComponentChildren }) {
  return (
    <section class="p-set-block" aria-label={title}>
      <div>
        <h2>{title}</h2>
        {text && <p class="f-muted">{text}</p>}
      </div>
      <div class="p-form">{children}</div>
    </section>
  );
}
