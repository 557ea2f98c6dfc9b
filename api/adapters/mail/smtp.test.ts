import { type AddressInfo, createServer } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import type { Mail } from "../../ports/mail.ts";
import { createSmtpMailer } from "./smtp.ts";
import { authority, serverCertificate, serverKey } from "./testing/certificate.ts";

const mail = (extra: Partial<Mail> = {}): Mail => ({
  id: "mail_1",
  from: "Harbor Paddle <desk@harbor.example>",
  to: "Ada <ada@example.com>",
  subject: "Your booking",
  text: "See you",
  html: "<p>See you</p>",
  ...extra,
});

interface Received {
  from: string;
  to: string[];
  secure: boolean;
  user: string | undefined;
  text: string;
}

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function relay(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    key: serverKey,
    cert: serverCertificate,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) =>
      password === "right" ? done(null, { user: username }) : done(new Error("wrong password")),
    onData: async (stream, session, done) => {
      let text = "";
      for await (const chunk of stream) text += chunk;
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        from: mailFrom === false ? "" : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        secure: session.secure,
        user: session.user as string | undefined,
        text,
      });
      done();
    },
    ...options,
  });
  server.on("error", () => {});
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", () => done()));
  cleanups.push(() => new Promise<void>((done) => server.close(() => done())));
  return { received, port: (server.server.address() as AddressInfo).port };
}

const login = { host: "localhost", user: "foyer", password: "right", ca: authority };

test.each([
  ["starttls", false],
  ["tls", true],
] as const)("signs in and hands over the mail through %s", async (security, secure) => {
  const { received, port } = await relay({ secure });
  const mailer = createSmtpMailer({ ...login, port, security });
  const headers = { "List-Unsubscribe": "<https://a.example/u>" };
  const sent = await mailer.send(mail({ subject: "Grüße", reply_to: "team@harbor.example", headers }));

  expect(sent).toEqual({ provider_id: "<mail_1@harbor.example>" });
  expect(received).toMatchObject([
    { from: "desk@harbor.example", to: ["ada@example.com"], secure: true, user: "foyer" },
  ]);
  const { text } = received[0]!;
  expect(text).toContain("Message-ID: <mail_1@harbor.example>\r\n");
  expect(text).toContain("Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n");
  expect(text).toContain("Reply-To: team@harbor.example\r\n");
  expect(text).toContain("List-Unsubscribe: <https://a.example/u>\r\n");
  expect(text).toContain("<p>See you</p>");
});

test("a line break in the subject makes neither a header nor a recipient", async () => {
  const { received, port } = await relay();
  await createSmtpMailer({ ...login, port }).send(mail({ subject: "Hi\r\nBcc: eve@example.com\r\n\r\nbody" }));
  expect(received[0]!.to).toEqual(["ada@example.com"]);
  expect(received[0]!.text).toContain("Subject: Hi Bcc: eve@example.com body\r\n");
  expect(received[0]!.text).not.toMatch(/^Bcc:/m);
  await expect(createSmtpMailer({ ...login, port }).send(mail({ to: "a@b.example\r\nDATA" }))).rejects.toThrow(
    "its to",
  );
  expect(received).toHaveLength(1);
});

test("neither mail nor password go to a server without TLS, or with a certificate nobody vouches for", async () => {
  let asked = 0;
  const onAuth: SMTPServerOptions["onAuth"] = (_auth, _session, done) => {
    asked++;
    done(null, { user: "foyer" });
  };
  const plain = await relay({ hideSTARTTLS: true, disabledCommands: ["STARTTLS"], allowInsecureAuth: true, onAuth });
  await expect(createSmtpMailer({ ...login, port: plain.port }).send(mail())).rejects.toThrow();
  const strange = await relay({ onAuth });
  await expect(createSmtpMailer({ ...login, ca: undefined, port: strange.port }).send(mail())).rejects.toThrow(
    /certificate/,
  );
  const elsewhere = await relay({ onAuth });
  await expect(createSmtpMailer({ ...login, host: "127.0.0.1", port: elsewhere.port }).send(mail())).rejects.toThrow();
  expect(asked).toBe(0);
  expect([...plain.received, ...strange.received, ...elsewhere.received]).toEqual([]);
});

test("a relay on this machine needs neither TLS nor a password", async () => {
  const { received, port } = await relay({ authOptional: true });
  await createSmtpMailer({ host: "localhost", port, security: "none" }).send(mail());
  expect(received).toMatchObject([{ to: ["ada@example.com"], secure: false }]);
});

test("a refusal is passed on, without the password", async () => {
  const wrong = await relay();
  const mailer = createSmtpMailer({ ...login, password: "hunter2", port: wrong.port });
  const error: Error = await mailer.send(mail()).then(
    () => new Error("it was sent"),
    (reason) => reason,
  );
  expect(error.message).toMatch(/535/);
  expect(error.message).not.toContain("hunter2");
  const full = await relay({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error("mailbox full"), { responseCode: 452 })),
  });
  await expect(createSmtpMailer({ ...login, port: full.port }).send(mail())).rejects.toThrow(/mailbox full/);
});

test("a server that only drips is given up in time, and so is one that is gone", async () => {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    const drip = setInterval(() => socket.write("2"), 50);
    socket.on("close", () => clearInterval(drip));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  cleanups.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const started = performance.now();
  await expect(createSmtpMailer({ host: "127.0.0.1", port, timeout: 400 }).send(mail())).rejects.toThrow();
  expect(performance.now() - started).toBeLessThan(2_000);
  await expect(createSmtpMailer({ host: "127.0.0.1", port: 1 }).send(mail())).rejects.toThrow(/ECONNREFUSED/);
});
