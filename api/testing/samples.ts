import { testPassword } from "./member.ts";
import { ada, type Sample, type World } from "./world.ts";

type Maker = (w: World) => Sample | Promise<Sample>;
type Fresh = keyof World["fresh"];

const nothing: Maker = () => ({});
/** The id of something made for this request alone. */
const id =
  (kind: Fresh): Maker =>
  async (w) => ({ params: { id: await w.fresh[kind]() } });
const token =
  (kind: Fresh, body?: (w: World) => unknown): Maker =>
  async (w) => ({ params: { token: await w.fresh[kind]() }, body: body?.(w) });
const body =
  (make: (w: World) => unknown): Maker =>
  async (w) => ({ body: await make(w) });
/** The id together with a body; for a change, the version that is there. */
const change =
  (kind: Fresh, path: string, make: (w: World) => object): Maker =>
  async (w) => {
    const made = await w.fresh[kind]();
    return { params: { id: made }, body: { version: await w.version(`${path}/${made}`), ...make(w) } };
  };
const act =
  (kind: Fresh, make: (w: World) => unknown): Maker =>
  async (w) => ({ params: { id: await w.fresh[kind]() }, body: await make(w) });

/** A booking with one name on its list. */
const attended: Maker = async (w) => {
  const made = await w.fresh.booking();
  const list = await w.actors.secret<{ data: { id: string }[] }>("put", `/bookings/${made}/attendees`, {
    version: 1,
    attendees: [{ name: w.name("Byron") }],
  });
  return { params: { id: made, attendee_id: list.body.data[0]?.id ?? "" } };
};

const slot = "2026-12-04T15:00:00Z";
const later = "2026-12-05T16:00:00Z";

/**
 * A good request for every route, by its id; each call makes another one. Whatever is owned belongs to visitor A. A
 * route that is missing here fails the contract, so a new one is covered from the moment that it is declared.
 */
export const samples: Record<string, Maker> = {
  "company.retrieve": nothing,
  "company.update": body(async (w) => ({ version: await w.version("/company"), greeting: w.name("Ahoy") })),
  "legal_texts.list": nothing,
  "widget.configuration": nothing,

  "auth.sign_in": body((w) => ({ email: w.owner.email, password: testPassword })),
  "auth.refresh": async (w) => ({ headers: { cookie: await w.fresh.cookie() } }),
  "auth.sign_out": async (w) => ({ headers: { cookie: await w.fresh.cookie() } }),
  "auth.me": nothing,
  "auth.change_password": async (w) => ({
    body: { current_password: testPassword, new_password: `${testPassword} and more` },
    member: (await w.app.member("viewer")).call,
  }),
  "sessions.list": nothing,
  "sessions.retrieve": id("session"),
  "sessions.revoke": id("session"),
  "sessions.revoke_others": nothing,
  "member_sessions.list": nothing,
  "member_sessions.revoke": act("session", () => ({ reason: "A lost laptop" })),
  "members.list": nothing,
  "members.retrieve": id("member"),
  "members.create": body((w) => ({ name: "Grace", email: `${w.name("grace")}@harbor.example`, role: "viewer" })),
  "members.update": change("member", "/members", (w) => ({ name: w.name("Grace") })),

  "keys.list": nothing,
  "keys.create": body((w) => ({ name: w.name("Server"), kind: "secret", scopes: ["keys:write"] })),
  "keys.rotate": act("key", () => ({ overlap_hours: 1 })),
  "keys.revoke": id("key"),
  "audit.list": nothing,
  "audit.export": nothing,

  "media.create": (w) => ({
    body: new TextEncoder().encode(w.name("A text")),
    headers: { "content-type": "text/plain" },
  }),
  "media.retrieve": id("media"),
  "media.delete": id("media"),
  "files.content": token("file"),

  "contacts.list": nothing,
  "contacts.create": body((w) => ({ name: w.name("Contact"), email: `${w.name("contact")}@example.com` })),
  "contacts.retrieve": id("contact"),
  "contacts.update": change("contact", "/contacts", (w) => ({ notes: w.name("Note") })),
  "contacts.delete": id("contact"),
  "contacts.timeline": id("contact"),
  "visitors.create": body(() => ({})),
  "visitors.me": nothing,
  "visitors.introduce": body((w) => ({ name: w.name("Ada") })),
  "visitors.identity_secret": nothing,
  "visitors.identify": body(async (w) => ({ identity_token: await w.fresh.identity() })),

  "venues.list": nothing,
  "venues.create": body((w) => ({ name: w.name("Venue"), time_zone: "Europe/Berlin", hours: [] })),
  "venues.retrieve": (w) => ({ params: { id: w.venue } }),
  "venues.update": change("venue", "/venues", (w) => ({ name: w.name("Venue") })),
  "venues.delete": id("venue"),
  "pools.list": nothing,
  "pools.create": body((w) => ({ name: w.name("Guides"), venue_id: w.venue })),
  "pools.retrieve": id("pool"),
  "pools.update": change("pool", "/pools", (w) => ({ name: w.name("Guides") })),
  "pools.delete": id("pool"),
  "units.create": act("pool", (w) => ({ member_id: w.owner.id })),
  "units.retrieve": id("unit"),
  "units.update": change("unit", "/units", (w) => ({ name: w.name("Room") })),
  "units.delete": id("unit"),
  "venue_members.list": (w) => ({ params: { id: w.venue } }),
  "venue_members.add": async (w) => ({ params: { id: await w.fresh.venue(), member_id: w.owner.id } }),
  "venue_members.remove": async (w) => ({ params: { id: await w.fresh.staffed(), member_id: w.owner.id } }),
  "shifts.list": () => ({ query: { from: "2026-12-01T00:00:00Z", to: "2026-12-08T00:00:00Z" } }),
  "shifts.create": body((w) => w.shift()),
  "shifts.retrieve": id("shift"),
  "shifts.update": change("shift", "/shifts", (w) => ({ notes: w.name("Bring the keys") })),
  "shifts.delete": id("shift"),
  "resources.list": nothing,
  "resources.create": body((w) => ({ venue_id: w.venue, name: w.name("Resource"), duration_minutes: 30 })),
  "resources.retrieve": (w) => ({ params: { id: w.resource } }),
  "resources.update": change("resource", "/resources", (w) => ({ name: w.name("Resource") })),
  "resources.delete": id("resource"),
  "resources.duplicate": async (w) => ({ params: { id: w.resource }, body: { name: w.name("Copy") } }),

  "availability.slots": (w) => ({ query: { resource_id: w.resource, from: "2026-12-04", to: "2026-12-05" } }),
  "availability.calendar": (w) => ({ query: { resource_ids: w.resource, from: "2026-12-01", to: "2027-03-31" } }),
  "availability.explain": (w) => ({ query: { resource_id: w.resource, starts_at: slot } }),
  "quotes.create": body((w) => ({ resource_id: w.resource, starts_at: slot })),
  "holds.create": body((w) => ({ resource_id: w.resource, starts_at: slot })),
  "holds.release": id("hold"),
  "bookings.list": nothing,
  "bookings.create": body((w) => ({ resource_id: w.resource, starts_at: slot, contact: ada, notes: w.name("Note") })),
  "booking_groups.create": body((w) => ({
    items: [{ resource_id: w.resource, starts_at: slot, recurrence: "FREQ=DAILY;COUNT=2" }],
    contact: ada,
  })),
  "bookings.retrieve": id("booking"),
  "bookings.update": change("booking", "/bookings", () => ({ starts_at: later })),
  "bookings.cancel": act("booking", (w) => ({ reason: w.name("Rain") })),
  "bookings.set_status": change("booking", "/bookings", () => ({ status: "confirmed" })),
  "bookings.delete": id("booking"),
  "promotions.list": nothing,
  "promotions.create": body((w) => ({ code: w.name("CODE"), name: "Winter", kind: "percent", value: 10 })),
  "promotions.retrieve": id("promotion"),
  "promotions.update": change("promotion", "/promotions", (w) => ({ name: w.name("Winter") })),
  "promotions.delete": id("promotion"),
  "waitlist.list": nothing,
  "waitlist.join": body((w) => ({ resource_id: w.resource, from_date: "2026-12-04", contact: ada })),
  "waitlist.retrieve": id("waiting"),
  "waitlist.offer": act("waiting", () => ({})),
  "waitlist.leave": id("waiting"),
  "waitlist_offers.retrieve": token("waitingLink"),
  "waitlist_offers.accept": async (w) => {
    const link = await w.fresh.waitingLink();
    await w.app.settle();
    return { params: { token: link }, body: {} };
  },
  "waitlist_offers.decline": token("waitingLink"),
  "bookings.batch": body(async (w) => ({ ids: [await w.fresh.booking()], action: "confirm" })),
  "bookings.export": body((w) => ({ q: w.name("FY") })),
  "bookings.remind": id("booking"),
  "attendees.list": id("booking"),
  "attendees.replace": change("booking", "/bookings", (w) => ({ attendees: [{ name: w.name("Byron") }] })),
  "attendees.check_in": attended,
  "attendees.undo_check_in": attended,
  "booking_payments.list": id("booking"),
  "booking_payments.create": act("booking", () => ({ method: "cash", amount: 500 })),
  "booking_payments.list_all": nothing,
  "booking_units.list": id("booking"),
  "booking_units.replace": change("booking", "/bookings", () => ({ units: [] })),
  "reports.bookings": () => ({ query: { from: "2026-12-01", to: "2026-12-07" } }),
  "reports.today": nothing,
  "managed_bookings.replace_attendees": token("managed", (w) => ({
    version: 1,
    attendees: [{ name: w.name("Byron") }],
  })),
  "managed_bookings.retrieve": token("managed"),
  "managed_bookings.slots": async (w) => ({
    params: { token: await w.fresh.managed() },
    query: { from: "2026-12-04", to: "2026-12-05" },
  }),
  "managed_bookings.cancel": token("managed", (w) => ({ reason: w.name("Rain") })),
  "managed_bookings.reschedule": token("managed", () => ({ starts_at: later, version: 1 })),

  "blocks.list": nothing,
  "blocks.create": body((w) => ({
    resource_ids: [w.resource],
    starts_at: "2027-12-04T15:00:00Z",
    ends_at: "2027-12-04T16:00:00Z",
  })),
  "blocks.retrieve": id("block"),
  "blocks.update": change("block", "/blocks", (w) => ({ reason: w.name("Rain") })),
  "blocks.delete": id("block"),
  "calendar_feeds.list": nothing,
  "calendar_feeds.create": body((w) => ({ name: w.name("Feed"), scope: "venue", subject_id: w.venue })),
  "calendar_feeds.revoke": id("feed"),
  "calendar_feeds.calendar": token("feedLink"),
  "managed_bookings.calendar": token("managed"),
  "calendar_imports.list": nothing,
  "calendar_imports.create": body((w) => ({
    name: w.name("Import"),
    url: "http://127.0.0.1:58999/calendar.ics",
    resource_ids: [w.resource],
  })),
  "calendar_imports.retrieve": id("import"),
  "calendar_imports.update": change("import", "/calendar-imports", (w) => ({ name: w.name("Import") })),
  "calendar_imports.delete": id("import"),
  "calendar_imports.sync": id("import"),
  "calendar_imports.busy": async (w) => ({
    params: { id: await w.fresh.import() },
    query: { from: "2026-12-01T00:00:00Z", to: "2026-12-08T00:00:00Z" },
  }),

  "conversations.list": nothing,
  "conversations.counts": nothing,
  "conversations.create": body((w) => ({ contact: ada, message: { client_msg_id: w.name("c"), text: "Is it open?" } })),
  "conversations.retrieve": id("conversation"),
  "conversations.update": change("conversation", "/conversations", (w) => ({ subject: w.name("Subject") })),
  "conversations.delete": id("conversation"),
  "conversations.metrics": id("conversation"),
  "conversations.read": act("conversation", () => ({ seq: 1 })),
  "messages.list": id("conversation"),
  "messages.create": act("conversation", (w) => ({ client_msg_id: w.name("c"), text: "Thank you" })),

  "tickets.list": nothing,
  "tickets.create": body((w) => ({ subject: w.name("Leak"), description: "Near the stern", contact: ada })),
  "tickets.retrieve": id("ticket"),
  "tickets.update": change("ticket", "/tickets", () => ({ status: "in_progress" })),
  "ticket_replies.list": id("ticket"),
  "ticket_replies.create": act("ticket", (w) => ({ text: w.name("Thanks") })),
  "tracked_tickets.retrieve": token("tracked"),
  "tracked_tickets.reply": token("tracked", (w) => ({ text: w.name("Thanks") })),

  "notifications.list": nothing,
  "notifications.counts": nothing,
  "notifications.read": id("notification"),
  "notifications.read_all": nothing,
  "notifications.delete": id("notification"),
  "mailbox.list": nothing,

  "webhooks.list": nothing,
  "webhooks.create": body((w) => ({ url: `http://127.0.0.1:58999/${w.name("hook")}`, events: ["hold.released"] })),
  "webhooks.retrieve": id("endpoint"),
  "webhooks.update": change("endpoint", "/webhook-endpoints", (w) => ({ description: w.name("Hook") })),
  "webhooks.delete": id("endpoint"),
  "webhooks.rotate": id("endpoint"),
  "webhooks.test": id("endpoint"),
  "webhooks.replay": act("endpoint", () => ({ since: "2026-11-23T00:00:00Z" })),
  "deliveries.list": id("endpoint"),
  "deliveries.retrieve": id("delivery"),
  "deliveries.replay": id("delivery"),

  "event_types.list": nothing,
  "events.list": nothing,
  "events.retrieve": id("event"),
  "jobs.list": nothing,
  "jobs.retry": id("job"),
};
