import type { Page } from "playwright-core";

/** What the widget asked. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown> | undefined;
  headers: Record<string, string>;
}

type Answer = { status?: number; body: unknown } | "lost";
export type Handlers = Record<string, (asked: Asked) => Answer>;

export const origin = "https://api.test";
const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*",
  "access-control-allow-methods": "*",
};
const stamps = { version: 1, created_at: "2026-11-01T00:00:00.000Z", updated_at: "2026-11-01T00:00:00.000Z" };

export const venue = { id: "ven_1", name: "Harbor", time_zone: "UTC", address: "1 Quay", phone: null, ...stamps };
export const resource = (id: string, name: string, more: object = {}) => ({
  id,
  venue_id: "ven_1",
  name,
  description: `About ${name}.`,
  image_url: null,
  status: "available",
  duration_minutes: 60,
  max_party: 4,
  min_party: 1,
  price: 1250,
  price_per: "place",
  currency: "EUR",
  horizon_days: 60,
  requires_approval: false,
  kind: "experience",
  category: null,
  images: [],
  length_unit: "fixed",
  min_length: 1,
  max_length: 12,
  slot_step_minutes: 60,
  sharing: "shared",
  private_price: null,
  guest_categories: [],
  variants: [],
  add_ons: [],
  questions: [],
  also_at: [],
  instructions: null,
  waiver_url: null,
  ...stamps,
  ...more,
});

/** Tomorrow at that hour, UTC. */
export const tomorrow = (hour: number) => {
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  return `${day}T${String(hour).padStart(2, "0")}:00:00.000Z`;
};

export const slot = (starts_at: string) => ({
  starts_at,
  ends_at: new Date(Date.parse(starts_at) + 3_600_000).toISOString(),
  local_start: starts_at.replace(".000Z", "+00:00"),
  capacity: 4,
  vacancies: 4,
  longest: null,
  price: 1250,
  currency: "EUR",
});

/** Of a booking of so many for 12.50 each, with a fifth due at once. */
export const quote = (party: number) => ({
  currency: "EUR",
  lines: [{ kind: "base", ref: null, label: "Kayak", quantity: party, unit_amount: 1250, amount: 1250 * party }],
  subtotal: 1250 * party,
  discount: 0,
  tax: 0,
  tax_included: true,
  total: 1250 * party,
  deposit: 250 * party,
});

export const booking = (more: object = {}) => ({
  id: "bkg_1",
  reference: "FY-7K3M9Q",
  resource_id: "res_1",
  resource_name: "Kayak",
  venue_id: "ven_1",
  time_zone: "UTC",
  contact: { name: "Ada", email: "ada@example.com", phone: null },
  starts_at: tomorrow(9),
  ends_at: tomorrow(10),
  party: 1,
  status: "confirmed",
  price: 1250,
  currency: "EUR",
  quote: quote(1),
  instructions: null,
  length_unit: "fixed",
  notes: null,
  cancelled_at: null,
  manage_url: "https://api.test/manage/token",
  ...stamps,
  ...more,
});

export const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: "about:blank", title: code, status, code, request_id: "req_1", ...more },
});

const list = (data: unknown[]) => ({ body: { data, has_more: false, next_cursor: null } });

const usual: Handlers = {
  "GET /v1/widget": () => ({
    body: { tenant_name: "Harbor", accent_color: "#7c2d12", texts: { terms_of_service: "Be kind." }, texts_version: 2 },
  }),
  "GET /v1/venues": () => list([venue]),
  "GET /v1/resources": () => list([resource("res_2", "Sailing"), resource("res_1", "Kayak")]),
  "GET /v1/availability/calendar": () => ({
    body: {
      data: [{ resource_id: "res_1", days: [{ date: tomorrow(9).slice(0, 10), status: "open", vacancies: 4 }] }],
    },
  }),
  "GET /v1/availability": () => ({
    body: { days: [{ date: tomorrow(9).slice(0, 10), slots: [9, 11, 14].map((hour) => slot(tomorrow(hour))) }] },
  }),
  "POST /v1/visitors": () => ({
    status: 201,
    body: { visitor_id: "vis_1", contact_id: null, token: "fy_vt_1", expires_at: tomorrow(0) },
  }),
  "GET /v1/visitors/me": () => ({ body: { visitor_id: "vis_1", contact: null } }),
  "POST /v1/holds": ({ body }) => ({
    status: 201,
    body: {
      id: "hld_1",
      ...slot(String(body?.starts_at)),
      ...body,
      price: 1250 * Number(body?.party ?? 1),
      quote: quote(Number(body?.party ?? 1)),
      expires_at: new Date(Date.now() + 600_000).toISOString(),
    },
  }),
  "POST /v1/waitlist": () => ({ status: 201, body: { id: "wai_1" } }),
  "DELETE /v1/holds/hld_1": () => ({ status: 204, body: undefined }),
  "POST /v1/bookings": ({ body }) => ({ status: 201, body: booking({ starts_at: body?.starts_at }) }),
};

/** Answers for the API in one page, with exceptions by route; returns what was asked so far. */
export async function answer(page: Page, handlers: Handlers = {}): Promise<Asked[]> {
  const asked: Asked[] = [];
  await page.route(`${origin}/**`, (route) => {
    const request = route.request();
    const { pathname: path, searchParams: query } = new URL(request.url());
    const method = request.method();
    if (method === "OPTIONS") return route.fulfill({ status: 204, headers: cors });
    const one = { method, path, query, body: request.postDataJSON() ?? undefined, headers: request.headers() };
    asked.push(one);
    const reply = (handlers[`${method} ${path}`] ?? usual[`${method} ${path}`])?.(one) ?? problem(404, "not_found");
    if (reply === "lost") return route.abort();
    const { status = 200, body } = reply;
    const contentType = status < 400 ? "application/json" : "application/problem+json";
    return route.fulfill({ status, headers: cors, contentType, body: body === undefined ? "" : JSON.stringify(body) });
  });
  return asked;
}
