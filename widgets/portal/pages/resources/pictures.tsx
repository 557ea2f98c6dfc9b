import { useEffect, useRef, useState } from "preact/hooks";
import type { Attachment } from "../../../../sdk/index.ts";
import * as icons from "../../../kit/icons.ts";
import { Button, IconButton } from "../../../kit/index.ts";
import { explain } from "../../data/explain.ts";
import { useForm } from "../../parts/fields.tsx";
import { usePortal } from "../../portal.ts";
import { useStrings } from "../../strings/use.ts";
import { en } from "./strings.ts";

const types = ["image/png", "image/jpeg", "image/webp", "image/gif"];
const most = 20;

interface PicturesProps {
  value: readonly Attachment[];
  onChange(value: Attachment[]): void;
}

/** Pictures of a resource: uploaded as they are chosen or dropped, in the order visitors see them. */
export function Pictures({ value, onChange }: PicturesProps) {
  const { t } = useStrings(en);
  const { foyer, toasts } = usePortal();
  const { errors, disabled } = useForm();
  const [uploading, setUploading] = useState(0);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // Uploads end one after the other, each after what the ones before it have added.
  const latest = useRef({ value, onChange });
  latest.current = { value, onChange };
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const add = async (files: Iterable<File>) => {
    const list = [...files].filter(({ type }) => types.includes(type)).slice(0, most - value.length);
    setUploading((count) => count + list.length);
    for (const file of list) {
      try {
        const { id, name, type, size, url } = await foyer.media.create(file, { signal: stop.current.signal });
        const next = [...latest.current.value, { media_id: id, name, type, size, url }];
        latest.current = { ...latest.current, value: next };
        latest.current.onChange(next);
      } catch (error) {
        if (!stop.current.signal.aborted) toasts.show(explain(error).sentence, { milliseconds: 8000 });
      } finally {
        setUploading((count) => count - 1);
      }
    }
  };
  const move = (from: number, to: number) => {
    const next = [...value];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be dropped anywhere on it
    <div
      class={`p-pictures${over ? " p-pictures-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) void add(event.dataTransfer?.files ?? []);
      }}
    >
      {value.length > 0 && (
        <ol>
          {value.map((picture, at) => (
            <li key={picture.media_id}>
              <img src={picture.url} alt={picture.name} loading="lazy" />
              {at === 0 && <span class="p-picture-first">{t("first")}</span>}
              {!disabled && (
                <span class="p-picture-actions">
                  <IconButton
                    size="s"
                    icon={icons.chevronLeft}
                    directional
                    label={t("moveEarlier", { name: picture.name })}
                    disabled={at === 0}
                    onClick={() => move(at, at - 1)}
                  />
                  <IconButton
                    size="s"
                    icon={icons.chevronRight}
                    directional
                    label={t("moveLater", { name: picture.name })}
                    disabled={at === value.length - 1}
                    onClick={() => move(at, at + 1)}
                  />
                  <IconButton
                    size="s"
                    icon={icons.trash}
                    label={t("removePicture", { name: picture.name })}
                    onClick={() => onChange(value.filter((_, other) => other !== at))}
                  />
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={types.join(",")}
        aria-label={t("addPicture")}
        onChange={({ currentTarget }) => {
          void add([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
      <div class="p-pictures-foot">
        <Button
          size="s"
          icon={icons.image}
          busy={uploading > 0}
          disabled={value.length >= most}
          onClick={() => input.current?.click()}
        >
          {t("addPicture")}
        </Button>
        <span class="f-muted" role="status">
          {uploading > 0 && t("uploading", { count: uploading })}
        </span>
      </div>
      {errors["/images"] && (
        <p class="f-error" role="alert">
          {errors["/images"]}
        </p>
      )}
    </div>
  );
}
