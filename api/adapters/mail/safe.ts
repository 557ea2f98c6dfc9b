import type { Mail } from "../../ports/mail.ts";

/** C0, DEL, C1 and the Unicode line ends: whatever could end a header line, or hide that it ended. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const controls = new RegExp(`${control.source}+`, "g");

/** A bare address, or one behind a display name: `ada@example.com`, `Ada <ada@example.com>`, `"A, B" <a@b.example>`. */
const bare = /^[^\s"(),:;<>@[\\\]]+@[^\s"(),:;<>@[\\\]]+$/;
const named = /^(?:"(?:[^"\\]|\\.)*"|[^"(),:;<>@[\\\]]*)\s*<([^<>]+)>$/;

/** Headers that a mail's own fields or the mailer write. */
const ownHeaders =
  /^(from|to|cc|bcc|sender|reply-to|subject|date|message-id|mime-version|return-path|received|dkim-.*|content-.*)$/i;

/**
 * The mail as every mailer may send it. Control characters in the subject become spaces, since people write
 * subjects; anywhere else in the headers, and in an address field that holds more or less than one address, they
 * make the mail unsendable: throws.
 */
export function safeMail(mail: Mail): Mail {
  if (mail.id === "" || mail.id.length > 256 || !/^[\x21-\x7e]+$/.test(mail.id)) refuse("id", "is not an identifier");
  for (const field of ["from", "to", "reply_to"] as const) {
    const value = mail[field];
    if (value !== undefined && !isOneAddress(value)) refuse(field, "is not one mail address");
  }
  for (const [name, value] of Object.entries(mail.headers ?? {})) {
    if (!/^[A-Za-z0-9-]{1,76}$/.test(name) || ownHeaders.test(name))
      refuse("headers", "has a name that is not allowed");
    if (control.test(value)) refuse("headers", "has a value with a line break");
  }
  return { ...mail, subject: mail.subject.replace(controls, " ").trim() };
}

function isOneAddress(text: string): boolean {
  if (text.length > 512 || control.test(text)) return false;
  return bare.test(named.exec(text)?.[1] ?? text);
}

function refuse(field: string, reason: string): never {
  throw new Error(`this mail cannot be sent: its ${field} ${reason}`);
}
