import type { Attachment } from "@foyer/sdk";
import { media } from "@foyer/sdk/resources";
import { useState } from "preact/hooks";
import { Icon } from "../../kit/controls/icon.tsx";
import { file as fileIcon } from "../../kit/icons.ts";
import type { VisitorSession } from "../../kit/session.ts";
import { Size } from "./tray.tsx";

/** The files of a message: images to look at, the rest to download. */
export function Files({ session, files }: { session: VisitorSession; files: readonly Attachment[] }) {
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.media_id}>
          <One session={session} file={file} />
        </li>
      ))}
    </ul>
  );
}

/** Milliseconds for which an address is surely good; the API says an hour. */
const good = 50 * 60_000;

function One({ session, file }: { session: VisitorSession; file: Attachment }) {
  const [address, setAddress] = useState({ url: file.url, since: Date.now() });
  const [broken, setBroken] = useState<"once" | "twice">();
  const renew = async () => {
    const { url } = await media(session.engine).retrieve(file.media_id);
    setAddress({ url, since: Date.now() });
    return url;
  };
  const image = file.type.startsWith("image/") && broken !== "twice";
  return (
    <a
      class={image ? "image" : "file"}
      href={address.url}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        if (Date.now() - address.since < good) return;
        event.preventDefault();
        void renew().then((url) => open(url, "_blank", "noopener"));
      }}
    >
      {image ? (
        <img
          src={address.url}
          alt={file.name}
          loading="lazy"
          onError={() => {
            // Its address has run out, or the page's policy lets no picture in.
            setBroken(broken ? "twice" : "once");
            if (!broken) renew().catch(() => setBroken("twice"));
          }}
        />
      ) : (
        <>
          <Icon of={fileIcon} />
          <span class="file-text">
            <span class="file-name">{file.name}</span>
            <Size bytes={file.size} />
          </span>
        </>
      )}
    </a>
  );
}
