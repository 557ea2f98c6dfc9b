import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { receiver } from "../capabilities/webhooks/testing/receiver.ts";
import { linkTo } from "../kernel/link.ts";
import { keysOf } from "../runtime/keys.ts";
import type { Call } from "./app.ts";
import { clientOf, live, ok, until } from "./client.ts";
import type { Runtime } from "./runtimes.ts";
import { forged, lastPart } from "./world.ts";

interface Thing extends Record<string, unknown> {
  id: string;
  version: number;
  code: string;
}
interface List extends Record<string, unknown> {
  data: Thing[];
  next_cursor: string;
}

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAY = 86_400_000;
let made = 0;
const unique = (word: string) => `${word}-${Date.now().toString(36)}-${++made}`;
const person = () => ({ name: "Ada Lovelace", email: `${unique("ada")}@example.com` });

/** Three o'clock UTC in the afternoon, some days from now. */
export const afternoon = (inDays: number, minutes = 0) =>
  new Date(Math.floor(Date.now() / DAY) * DAY + inDays * DAY + 15 * 3_600_000 + minutes * 60_000).toISOString();

/** A venue that never closes, with one resource of an hour. */
export async function place(staff: Call, resource: object = {}): Promise<string> {
  const hours = days.map((day) => ({ day, from: "00:00", to: "24:00" }));
  const venue = await ok(staff<Thing>("post", "/venues", { name: unique("Pier"), time_zone: "UTC", hours }));
  const body = { venue_id: venue.id, name: unique("Tour"), duration_minutes: 60, lead_minutes: 0, ...resource };
  return (await ok(staff<Thing>("post", "/resources", body))).id;
}

/** What every runtime must do, told as its callers see it. */
export function behaviours(runtime: () => Runtime): void {
  const anyone = () => clientOf(runtime().origin);
  const staff = () => clientOf(runtime().origin, runtime().keys.secret);
  const visitor = async () => {
    const site = clientOf(runtime().origin, runtime().keys.publishable);
    const { token } = await ok(site<{ token: string }>("post", "/visitors", {}));
    return { token, call: clientOf(runtime().origin, token) };
  };
  const signIn = async () => {
    const { email, password } = runtime().owner;
    const answer = await anyone()<{ access_token: string }>("post", "/auth/sign-in", { email, password });
    expect(answer.status).toBe(200);
    return { token: answer.body.access_token, cookie: (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
  };
  const member = async () => clientOf(runtime().origin, (await signIn()).token);

  test("a member signs in, stays signed in, and is out at once when the session ends", async () => {
    const { email } = runtime().owner;
    const wrong = await anyone()<Thing>("post", "/auth/sign-in", { email, password: "Wrong horse, 1 battery" });
    expect([wrong.status, wrong.body.code]).toEqual([401, "invalid_credentials"]);

    const first = await signIn();
    const me = await clientOf(runtime().origin, first.token)("get", "/auth/me");
    expect(me.body).toMatchObject({ email, role: "owner" });

    const refresh = (cookie: string) =>
      anyone()<{ access_token: string }>("post", "/auth/refresh", undefined, { cookie });
    const second = await refresh(first.cookie);
    const call = clientOf(runtime().origin, second.body.access_token);
    expect([second.status, (await call("get", "/auth/me")).status]).toEqual([200, 200]);

    const cookie = (second.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    expect((await anyone()("post", "/auth/sign-out", undefined, { cookie })).status).toBe(204);
    expect([(await call("get", "/auth/me")).status, (await refresh(cookie)).status]).toEqual([401, 401]);

    const [one, other] = [await signIn(), await signIn()];
    const keeps = clientOf(runtime().origin, one.token);
    expect((await keeps("delete", "/sessions")).status).toBe(204);
    const others = clientOf(runtime().origin, other.token);
    expect([(await keeps("get", "/auth/me")).status, (await others("get", "/auth/me")).status]).toEqual([200, 401]);
  });

  test("a visitor holds, books and moves; staff confirms; the link cancels", async () => {
    const resource = await place(staff(), { capacity: 2, requires_approval: true, price: 2500 });
    const { call } = await visitor();
    const date = afternoon(3).slice(0, 10);
    const offer = await ok(
      call<{ days: { slots: { starts_at: string; vacancies: number }[] }[] }>(
        "get",
        `/availability?resource_id=${resource}&from=${date}&to=${date}`,
      ),
    );
    const slot = offer.days[0]?.slots.find(({ starts_at }) => starts_at === afternoon(3));
    expect(slot?.vacancies).toBe(2);

    const wish = { resource_id: resource, starts_at: afternoon(3) };
    const hold = await ok(call<Thing>("post", "/holds", wish));
    const contact = person();
    const booking = await ok(
      call<Thing & { manage_url: string }>("post", "/bookings", { ...wish, hold_id: hold.id, contact }),
    );
    expect(booking).toMatchObject({ status: "pending", price: 2500, contact: { email: contact.email } });

    const moved = await ok(
      call<Thing>("patch", `/bookings/${booking.id}`, { version: booking.version, starts_at: afternoon(4) }),
    );
    const confirmed = await ok(
      staff()<Thing>("patch", `/bookings/${booking.id}/status`, { version: moved.version, status: "confirmed" }),
    );
    const shown = await ok(call<Thing>("get", `/bookings/${booking.id}`));
    expect(shown).toMatchObject({ status: "confirmed", starts_at: afternoon(4), version: confirmed.version });

    const link = `/managed-bookings/${lastPart(booking.manage_url)}`;
    expect((await anyone()("get", link)).body).toMatchObject({ id: booking.id });
    expect((await anyone()("post", `${link}/cancellation`, { reason: "Rain" })).body).toMatchObject({
      status: "cancelled",
    });
    expect((await anyone()("get", forged(link))).status).toBe(404);
    const types = (await ok(staff()<List>("get", `/events?subject=${booking.id}`))).data.map(({ type }) => type);
    expect(types).toEqual([
      "booking.created",
      "booking.updated",
      "booking.status_changed",
      "booking.confirmed",
      "booking.status_changed",
      "booking.cancelled",
    ]);
  });

  test("a visitor chats with staff, and sees none of their notes", async () => {
    const { call } = await visitor();
    const contact = person();
    const message = { client_msg_id: unique("m"), text: "Is the pier open? 🌊" };
    const opened = await ok(call<Thing>("post", "/conversations", { contact, message }));
    const messages = `/conversations/${opened.id}/messages`;
    await ok(staff()("post", messages, { client_msg_id: unique("m"), text: "Ask Grace", kind: "note" }));
    await ok(staff()("post", messages, { client_msg_id: unique("m"), text: "It is." }));

    const mine = await ok(call<List>("get", messages));
    expect(mine.data.map(({ text }) => text)).toEqual([message.text, "It is."]);
    expect((await ok(staff()<List>("get", messages))).data.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect((await ok(call<Thing>("get", `/conversations/${opened.id}`))).unread).toBe(1);
    expect((await call("put", `/conversations/${opened.id}/read`, { seq: 3 })).body).toMatchObject({ unread: 0 });
    const found = await ok(staff()<List>("get", `/conversations?q=${encodeURIComponent(contact.email)}`));
    expect(found.data.map(({ id }) => id)).toEqual([opened.id]);
    const other = await visitor();
    expect((await other.call("get", messages)).status).toBe(404);
  });

  test("a visitor raises a ticket, staff answers, and the tracking link carries it on", async () => {
    const { call } = await visitor();
    const file = await ok(
      call<Thing>("post", "/media", new TextEncoder().encode("A log"), { "content-type": "text/plain" }),
    );
    const ticket = await ok(
      call<Thing & { tracking_url: string }>("post", "/tickets", {
        subject: "The kayak leaks",
        description: "Near the stern.",
        attachments: [file.id],
        contact: person(),
      }),
    );
    await ok(staff()("post", `/tickets/${ticket.id}/replies`, { text: "Which one?" }));
    await ok(staff()("post", `/tickets/${ticket.id}/replies`, { text: "Number 4 again", internal: true }));
    const link = `/tracked-tickets/${lastPart(ticket.tracking_url)}`;
    const tracked = await ok(anyone()<{ ticket: Thing; replies: Thing[] }>("get", link));
    expect(tracked.ticket).toMatchObject({ status: "waiting_for_customer", attachments: [{ media_id: file.id }] });
    expect(tracked.replies.map(({ text }) => text)).toEqual(["Which one?"]);
    await ok(anyone()("post", `${link}/replies`, { text: "Number 4." }));
    const now = await ok(staff()<Thing>("get", `/tickets/${ticket.id}`));
    const solved = await ok(
      staff()<Thing>("patch", `/tickets/${ticket.id}`, { version: now.version, status: "resolved" }),
    );
    expect([now.status, solved.status]).toEqual(["open", "resolved"]);
    const stale = await staff()<Thing>("patch", `/tickets/${ticket.id}`, { version: now.version, status: "closed" });
    expect([stale.status, stale.body.code]).toEqual([409, "version_conflict"]);
  });

  test("of many who want the last places at once, just as many get them", async () => {
    const resource = await place(staff(), { capacity: 3 });
    const wish = { resource_id: resource, starts_at: afternoon(5), contact: person() };
    const answers = await Promise.all(Array.from({ length: 12 }, () => staff()<Thing>("post", "/bookings", wish)));
    const codes = answers.map(({ status, body }) => (status === 201 ? "booked" : body.code)).sort();
    expect(codes).toEqual([...Array(3).fill("booked"), ...Array(9).fill("slot_unavailable")]);
  });

  test("a live connection is told what happens, catches up after it was away, and says who types", async () => {
    const { call, token } = await visitor();
    const message = { client_msg_id: unique("m"), text: "Hello" };
    const { id } = await ok(call<Thing>("post", "/conversations", { contact: person(), message }));
    const say = (text: string) =>
      ok(staff()<Thing>("post", `/conversations/${id}/messages`, { client_msg_id: unique("m"), text }));

    const [desk, browser] = [await live(runtime().origin, (await signIn()).token), await live(runtime().origin, token)];
    desk.send({ type: "hello", after: null });
    browser.send({ type: "hello", after: null });
    await Promise.all([desk, browser].map((one) => one.heard(({ type }) => type === "ready")));

    await say("One");
    const texts = ({ frames }: typeof browser) =>
      frames.filter(({ event }) => event?.type === "message.created").map(({ event }) => event?.data.text);
    await browser.heard(({ event }) => event?.data.text === "One");
    const last = await desk.heard(({ event }) => event?.data.text === "One");
    desk.send({ type: "typing", conversation_id: id });
    expect(await browser.heard(({ type }) => type === "typing")).toMatchObject({
      sender_kind: "staff",
      conversation_id: id,
    });
    browser.send({ type: "ping" });
    await browser.heard(({ type }) => type === "pong");

    await browser.close();
    await say("Two");
    await say("Three");
    const back = await live(runtime().origin, token);
    back.send({ type: "hello", after: last.event?.seq });
    await back.heard(({ type }) => type === "ready");
    expect(texts(back)).toEqual(["Two", "Three"]);
    expect(texts(desk).slice(0, 1)).toEqual(["One"]);

    const lost = await live(runtime().origin, token);
    lost.send({ type: "hello", after: 1_000_000_000 });
    expect(await lost.heard(({ type }) => type === "reset")).toMatchObject({ seq: expect.any(Number) });
    await Promise.all([desk, back, lost].map((one) => one.close()));
    await expect(live(runtime().origin, "nobody")).rejects.toThrow("401");
  });

  test("a call that waits is answered when something happens, and not before", async () => {
    const waiting = staff()<List>("get", "/events?after=latest&type=contact.created&wait=20");
    let answered = false;
    waiting.then(() => {
      answered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(answered).toBe(false);
    const contact = await ok(staff()<Thing>("post", "/contacts", person()));
    const { data } = await ok(waiting);
    expect(data.map((event) => (event.data as Thing).id)).toEqual([contact.id]);
    const idle = await ok(staff()<List>("get", "/events?after=latest&wait=1"));
    expect(idle.data).toEqual([]);
  });

  test("a file comes back byte for byte by a link that runs out", async () => {
    const png = new Uint8Array(
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(5_000).keys()].map((n) => n & 0xff),
    );
    const media = await ok(
      staff()<Thing & { url: string }>("post", "/media", png, {
        "content-type": "image/png",
        "foyer-filename": "a.png",
      }),
    );
    expect(media).toMatchObject({ type: "image/png", size: png.length, name: "a.png" });
    const get = (token: string) => fetch(`${runtime().origin}/v1/files/${token}`);
    const token = lastPart(media.url);
    const answer = await get(token);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(png);

    const settings = { origin: "", production: true, key: keysOf(runtime().installation) };
    const link = (expires: number) => linkTo(settings, "file", runtime().tenant, media.id, expires);
    const now = Math.floor(Date.now() / 1000);
    expect((await get(link(now + 60))).status).toBe(200);
    expect((await get(link(now - 60))).status).toBe(404);
    expect((await get(forged(token))).status).toBe(404);
    expect((await staff()("delete", `/media/${media.id}`)).status).toBe(204);
    expect((await get(token)).status).toBe(404);
    const refused = await staff()<Thing>("post", "/media", new Uint8Array([0x4d, 0x5a, 0, 0xff]));
    expect([refused.status, refused.body.code]).toEqual([415, "media_type_not_allowed"]);
  });

  test("a webhook is delivered once, signed, as the log tells it", async () => {
    const box = await receiver();
    const hook = { url: box.url, events: ["contact.created"] };
    const endpoint = await ok(staff()<Thing & { secret: string }>("post", "/webhook-endpoints", hook));
    const contact = await ok(staff()<Thing>("post", "/contacts", person()));
    const sent = await until(20, () => box.received[0]);
    const event = new Webhook(endpoint.secret).verify(sent.body, sent.headers as Record<string, string>) as Thing;
    expect((event.data as Thing).id).toBe(contact.id);
    expect((await staff()("get", `/events/${event.id}`)).body).toEqual(event);
    const list = () => ok(staff()<List>("get", `/webhook-endpoints/${endpoint.id}/deliveries`));
    await until(10, async () => (await list()).data[0]?.status === "sent");
    expect(box.received).toHaveLength(1);
    await ok(staff()("delete", `/webhook-endpoints/${endpoint.id}`));
  });

  test("mail is kept for the portal to show in development, and is nowhere else", async () => {
    const contact = person();
    await ok(staff()("post", "/tickets", { subject: "Leak", description: "Stern.", contact }));
    const call = await member();
    const mailbox = () => call<{ data: { to: string; subject: string }[] }>("get", "/mailbox");
    if (runtime().name === "Workers") {
      expect((await mailbox()).status).toBe(404);
      return;
    }
    const mail = await until(20, async () => (await ok(mailbox())).data.find(({ to }) => to.includes(contact.email)));
    expect(mail.subject).toContain("Leak");
  });

  test("work that was due during a restart is done after it, and nothing is forgotten", async () => {
    const box = await receiver();
    box.answer = () => ({ status: 503 });
    const hook = { url: box.url, events: ["contact.created"] };
    const endpoint = await ok(staff()<Thing>("post", "/webhook-endpoints", hook));
    const contact = await ok(staff()<Thing>("post", "/contacts", person()));
    const list = () => ok(staff()<List>("get", `/webhook-endpoints/${endpoint.id}/deliveries`));
    await until(20, async () => (await list()).data[0]?.attempts === 1);
    await runtime().restart();
    expect((await staff()("get", `/contacts/${contact.id}`)).body).toMatchObject({ id: contact.id });
    box.answer = () => ({ status: 204 });
    await until(30, async () => (await list()).data[0]?.status === "sent");
    expect(new Set(box.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    await ok(staff()("delete", `/webhook-endpoints/${endpoint.id}`));
  });
}
