import { useState } from "preact/hooks";
import { css } from "../styles.ts";
import styles from "./avatar.css";

css(styles);

/** First letters of the first and last word, by whole characters. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = ([text]: string) => text ?? "";
  return `${first(words[0] ?? "")}${words.length > 1 ? first(words.at(-1) ?? "") : ""}`.toLocaleUpperCase();
}

export interface AvatarProps {
  name: string;
  src?: string | undefined;
  /** Pixels. */
  size?: number;
  /** Shows presence by a dot. */
  online?: boolean;
}

/** A picture, or initials where there is none. Decoration: the name stands beside it. */
export function Avatar({ name, src, size = 36, online }: AvatarProps) {
  const [broken, setBroken] = useState(false);
  // Six calm hues, always the same one for a name.
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 6, 0);
  return (
    <span
      class={`f-avatar f-hue-${hue}${online ? " f-online" : ""}`}
      style={{ width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.38)}px` }}
      aria-hidden="true"
    >
      {src && !broken ? <img src={src} alt="" onError={() => setBroken(true)} /> : initials(name)}
    </span>
  );
}
