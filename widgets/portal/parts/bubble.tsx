import type { ComponentChildren } from "preact";
import type { Attachment } from "../../../sdk/index.ts";
import * as icons from "../../kit/icons.ts";
import { Avatar, Icon, useI18n } from "../../kit/index.ts";
import { linkify } from "../../kit/linkify.ts";

export interface BubbleProps {
  /** Whose side it stands on. */
  side: "customer" | "staff";
  /** Only staff sees it. */
  note?: boolean;
  /** Shown above the first of a group. */
  author?: ComponentChildren;
  name: string;
  text: string;
  attachments?: readonly Attachment[];
  /** Under the bubble: a time, a state. */
  foot?: ComponentChildren;
  faded?: boolean;
}

/** Something that somebody wrote: in an inbox thread or on a ticket. */
export function Bubble({ side, note, author, name, text, attachments = [], foot, faded }: BubbleProps) {
  return (
    <div
      class={`p-said p-said-${side}${note ? " p-said-note" : ""}${author ? " p-said-first" : ""}${faded ? " p-said-faded" : ""}`}
    >
      {side === "customer" && <span class="p-said-face">{author && <Avatar name={name} size={28} />}</span>}
      <div class="p-said-body">
        {author && <div class="p-said-author">{author}</div>}
        {text && (
          <div class="p-bubble" dir="auto">
            <Words text={text} />
          </div>
        )}
        {attachments.length > 0 && <Attachments of={attachments} />}
        {foot && <div class="p-said-foot">{foot}</div>}
      </div>
    </div>
  );
}

/** Text as it was written, with its addresses as links. */
export function Words({ text }: { text: string }) {
  return (
    <>
      {linkify(text).map((piece, at) =>
        piece.url ? (
          <a key={at} href={piece.url} target="_blank" rel="noopener noreferrer">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}

export function Attachments({ of }: { of: readonly Attachment[] }) {
  const { number } = useI18n();
  const size = (bytes: number) => {
    const unit = bytes < 1_000_000 ? "kilobyte" : "megabyte";
    return number(bytes / (unit === "kilobyte" ? 1000 : 1_000_000), { style: "unit", unit, maximumFractionDigits: 1 });
  };
  return (
    <ul class="p-attachments">
      {of.map((one) => (
        <li key={one.media_id}>
          <a href={one.url} target="_blank" rel="noopener noreferrer" title={one.name}>
            {one.type.startsWith("image/") ? (
              <img src={one.url} alt={one.name} loading="lazy" />
            ) : (
              <span class="p-attachment">
                <Icon of={icons.file} />
                <span class="p-ellipsis">{one.name}</span>
                <span class="f-muted">{size(one.size)}</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
