import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Mail } from "../../ports/mail.ts";
import { createMailbox } from "./mailbox.ts";
import { createResendMailer } from "./resend.ts";
import { safeMail } from "./safe.ts";

const mail = (extra: Partial<Mail> = {}): Mail => ({
  id: "mail_1",
  from: "Harbor Paddle <desk@harbor.example>",
  to: "ada@example.com",
  subject: "Your booking",
  text: "See you",
  html: "<p>See you</p>",
  ...extra,
});

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

describe("a safe mail", () => {
  test.each([
    ...["ada@example.com", "Ada <ada@example.com>", "<ada@example.com>", '"Doe, Ada" <ada@example.com>'],
    ...['"say \\"hi\\"" <ada@example.com>', "Zoë Büro <a+b@bücher.example>"],
  ])("may go to %s", (to) => expect(safeMail(mail({ to })).to).toBe(to));

  test.each([
    ...["", "ada", "ada@", "@example.com", "a@b.example,c@d.example", "a@b.example c@d.example", "Ada <a@b>, c@d"],
    ...["a@b.example\r\nBcc: c@d.example", "a@b.example\n", "a@b.example\r", "Ada\nBcc: x <a@b.example>"],
    ...["Ada\u2028 <a@b.example>", "Ada\u0085 <a@b.example>", "a@b.example\0", "a b <a@b.example> <c@d.example>"],
    ...["Ada <a@b.example\r\nBcc: c@d>", '"Ada\r\n" <a@b.example>', "x:a@b.example;", "a@b@c.example"],
  ])("cannot have the address %j", (address) => {
    for (const field of ["from", "to", "reply_to"]) {
      expect(() => safeMail(mail({ [field]: address })), field).toThrow("is not one mail address");
    }
  });

  test("has a subject of one line, whatever was written", () => {
    const { subject } = safeMail(mail({ subject: "Hello\r\nBcc: c@d.example\u2028\0\tthere\n" }));
    expect(subject).toBe("Hello Bcc: c@d.example there");
  });

  test.each<Record<string, string>>([
    { "X-A": "1\r\nBcc: c@d" },
    { "X-A\r\nBcc": "c@d" },
    { Bcc: "c@d" },
    { "content-type": "x/y" },
    { "": "" },
  ])("cannot have the headers %j", (headers) => expect(() => safeMail(mail({ headers }))).toThrow("its headers"));

  test("may carry headers of its own", () => {
    const headers = { "List-Unsubscribe": "<https://a.example/u>", "X-Entity-Ref-ID": "tkt_1" };
    expect(safeMail(mail({ headers })).headers).toEqual(headers);
  });

  test.each(["", "a b", "a\r\nX: 1", "é", "a".repeat(257)])("cannot have the id %j", (id) => {
    expect(() => safeMail(mail({ id }))).toThrow("its id");
  });
});

describe("mailbox", () => {
  async function folder() {
    const path = await mkdtemp(join(tmpdir(), "foyer-mailbox-"));
    cleanups.push(() => rm(path, { recursive: true }));
    return join(path, "mailbox");
  }

  test("keeps mails newest first, and reads one by id", async () => {
    const path = await folder();
    let now = 1_000;
    const mailbox = createMailbox(path, { now: () => now });
    expect(await mailbox.list()).toEqual([]);
    expect(await mailbox.read("mail_1")).toBeUndefined();
    await mailbox.send(mail());
    now = 2_000;
    await mailbox.send(mail({ id: "mail_2", reply_to: "team@harbor.example" }));

    const again = createMailbox(path);
    expect((await again.list()).map(({ id, at }) => [id, at])).toEqual([
      ["mail_2", 2_000],
      ["mail_1", 1_000],
    ]);
    expect(await again.read("mail_2")).toEqual({
      ...mail({ id: "mail_2", reply_to: "team@harbor.example" }),
      at: 2_000,
    });
    expect(await again.read("../../mail_2")).toBeUndefined();
  });

  test("a mail that is sent again, also at the same time, is kept once", async () => {
    const path = await folder();
    const mailbox = createMailbox(path);
    const sent = await Promise.all([mailbox.send(mail()), mailbox.send(mail()), mailbox.send(mail())]);
    await createMailbox(path).send(mail({ subject: "second thoughts" }));
    expect(sent).toEqual(Array(3).fill({ provider_id: "mail_1" }));
    expect((await mailbox.list()).map(({ subject }) => subject)).toEqual(["Your booking"]);
  });

  test("a refused mail does not hold up the next one", async () => {
    const mailbox = createMailbox(await folder());
    const refused = mailbox.send(mail({ to: "a@b.example\r\nBcc: c@d.example" }));
    await mailbox.send(mail({ id: "mail_2" }));
    await expect(refused).rejects.toThrow("its to is not one mail address");
    expect(await mailbox.list()).toHaveLength(1);
  });

  test("the newest 500 stay", async () => {
    const path = await folder();
    const mailbox = createMailbox(path, { now: () => 5 });
    for (let number = 1; number <= 503; number++) await mailbox.send(mail({ id: `mail_${number}` }));
    const mails = await mailbox.list();
    expect([mails.length, mails[0]!.id, mails.at(-1)!.id]).toEqual([500, "mail_503", "mail_4"]);
    expect(await readdir(path)).toHaveLength(500);
  });
});

describe("resend", () => {
  async function provider(status: number, answer: string, delay = 0) {
    const seen: { url: string; headers: IncomingHttpHeaders; body: unknown }[] = [];
    const server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      seen.push({ url: request.url!, headers: request.headers, body: JSON.parse(body) });
      setTimeout(() => response.writeHead(status, { location: "/elsewhere" }).end(answer), delay);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    cleanups.push(() => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    });
    return { seen, base_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  }

  test("hands over the mail with its id as the idempotency key", async () => {
    const { seen, base_url } = await provider(200, '{"id":"49a3"}');
    const headers = { "X-Entity-Ref-ID": "bkg_1" };
    const sent = await createResendMailer({ key: "re_1", base_url }).send(mail({ reply_to: "a@b.example", headers }));
    expect(sent).toEqual({ provider_id: "49a3" });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      url: "/emails",
      headers: { authorization: "Bearer re_1", "idempotency-key": "mail_1", "content-type": "application/json" },
      body: {
        from: "Harbor Paddle <desk@harbor.example>",
        to: ["ada@example.com"],
        reply_to: "a@b.example",
        subject: "Your booking",
        text: "See you",
        html: "<p>See you</p>",
        headers,
      },
    });
  });

  test.each([
    [422, '{"name":"validation_error","message":"Invalid `to` field."}', "Resend answered 422: Invalid `to` field."],
    [503, "<html>busy</html>", "Resend answered 503: no reason"],
    [302, "", "Resend answered 302: no reason"],
    [200, "null", "Resend accepted the mail without an id"],
  ])("rejects on %i %s", async (status, answer, message) => {
    const { seen, base_url } = await provider(status, answer);
    await expect(createResendMailer({ key: "re_secret", base_url }).send(mail())).rejects.toThrow(message);
    expect(seen).toHaveLength(1);
  });

  test("rejects when the provider is too slow, or gone", async () => {
    const { base_url } = await provider(200, '{"id":"49a3"}', 5_000);
    await expect(createResendMailer({ key: "re_1", base_url, timeout: 100 }).send(mail())).rejects.toThrow(/time/);
    await expect(createResendMailer({ key: "re_1", base_url: "http://127.0.0.1:1" }).send(mail())).rejects.toThrow();
  });

  test("asks nothing of the provider for a mail that is not safe", async () => {
    const { seen, base_url } = await provider(200, '{"id":"49a3"}');
    const mailer = createResendMailer({ key: "re_1", base_url });
    await expect(mailer.send(mail({ to: "a@b.example, c@d.example" }))).rejects.toThrow("its to");
    expect(seen).toEqual([]);
  });
});
