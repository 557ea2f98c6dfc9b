import { expect, test } from "vitest";
import { command, Problem } from "../../kernel/index.ts";
import { testApp } from "../../testing/app.ts";
import { checkMinimum, findPromotion, returnPromotion, usePromotion } from "./index.ts";

type Purpose = Partial<Parameters<typeof findPromotion>[2]>;

async function given(terms: object = {}) {
  const app = await testApp();
  const staff = await app.as();
  await staff("patch", "/company", { version: 1, time_zone: "America/New_York" });
  const make = async (more: object) => {
    const body = { code: "WINTER", name: "Winter", kind: "percent", value: 15, ...more };
    const { status, body: made } = await staff<{ id: string }>("post", "/promotions", body);
    expect(status).toBe(201);
    return made.id;
  };
  const created = async (path: string, body: object) => (await staff<{ id: string }>("post", path, body)).body.id;
  const venue_id = await created("/venues", { name: "Pier 4" });
  const resource = (more: object = {}) =>
    created("/resources", { venue_id, name: "Tour", duration_minutes: 60, ...more });
  const [tour, ada, brook] = [
    await resource(),
    await created("/contacts", { name: "Ada" }),
    await created("/contacts", { name: "Brook" }),
  ];
  const promotion = await make(terms);
  const run = <T>(work: Parameters<typeof command<T>>[2]) => command(app.database, app.clock.now(), work);
  /** `true`, or the reason of the refusal. */
  const outcome = async (work: Promise<unknown>) => {
    try {
      await work;
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      expect([error.kind.code, error.kind.status]).toEqual(["promotion_not_valid", 409]);
      return error.extra.members?.reason;
    }
  };
  return {
    app,
    staff,
    make,
    resource,
    ada,
    brook,
    tour,
    promotion,
    find: (purpose: Purpose = {}, code = "WINTER") =>
      outcome(run((ctx) => findPromotion(ctx, code, { resource_id: tour, at: app.clock.now(), ...purpose }))),
    use: (booking: string, contact = ada, code = "WINTER", amount = 100) =>
      outcome(run((ctx) => usePromotion(ctx, code, booking, contact, amount))),
    giveBack: (booking: string) => run((ctx) => returnPromotion(ctx, booking)),
    uses: async () => (await staff<{ uses: number }>("get", `/promotions/${promotion}`)).body.uses,
    outcome,
    run,
  };
}

test("a code holds however it is spelled, and an unknown one is like an inactive and a deleted one", async () => {
  const { find, staff, promotion } = await given();
  expect([await find({}, "winter"), await find({}, "SUMMER")]).toEqual([true, "unknown"]);
  await staff("patch", `/promotions/${promotion}`, { version: 1, status: "inactive" });
  expect(await find()).toBe("unknown");
  await staff("patch", `/promotions/${promotion}`, { version: 2, status: "active" });
  expect(await find()).toBe(true);
  await staff("delete", `/promotions/${promotion}`);
  expect(await find()).toBe("unknown");
});

test("a code holds from the first to the last of the company's own dates", async () => {
  const { find } = await given({ starts_on: "2026-12-01", ends_on: "2026-12-31" });
  const at = (time: string) => find({ at: Date.parse(time) });
  expect(await at("2026-12-01T04:59:59Z")).toBe("not_started");
  expect(await at("2026-12-01T05:00:00Z")).toBe(true);
  expect(await at("2027-01-01T04:59:59Z")).toBe(true);
  expect(await at("2027-01-01T05:00:00Z")).toBe("expired");
});

test("a code holds for its resources, and amounts only in their own currency", async () => {
  const { find, make, resource, tour } = await given();
  const yen = await resource({ currency: "JPY" });
  await make({ code: "TOUR", resource_ids: [tour] });
  await make({ code: "FIVE", kind: "amount", value: 500 });
  await make({ code: "BIG", min_total: 1_000 });
  const there = (resource_id: string) =>
    Promise.all(["WINTER", "TOUR", "FIVE", "BIG"].map((code) => find({ resource_id }, code)));
  expect(await there(tour)).toEqual([true, true, true, true]);
  expect(await there(yen)).toEqual([true, "wrong_resource", "wrong_resource", "wrong_resource"]);
});

test("a booking must come to what the code asks for", async () => {
  const { outcome } = await given();
  const of = (subtotal: number) => outcome((async () => checkMinimum({ min_total: 1_000 }, subtotal))());
  expect([await of(999), await of(1_000)]).toEqual(["below_minimum", true]);
});

test("of twenty who use a code with three uses left, three do", async () => {
  const { use, uses, find } = await given({ max_uses: 3 });
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => use(`bkg_${at}`)));
  expect(outcomes.filter((outcome) => outcome === true).length).toBe(3);
  expect(outcomes.filter((outcome) => outcome === "used_up").length).toBe(17);
  expect(await uses()).toBe(3);
  expect(await find()).toBe("used_up");
});

test("each contact uses a code as often as it may, and uses come back", async () => {
  const { use, uses, find, giveBack, ada, brook } = await given({ max_uses_per_contact: 1 });
  expect([await use("bkg_1"), await use("bkg_2"), await use("bkg_3", brook)]).toEqual([true, "used_up", true]);
  expect([await find({ contact_id: ada }), await find()]).toEqual(["used_up", true]);
  await giveBack("bkg_1");
  await giveBack("bkg_none");
  expect([await use("bkg_2"), await uses()]).toEqual([true, 2]);
});

test("bookings of one batch count together", async () => {
  const { run, outcome, ada, uses } = await given({ max_uses: 2 });
  const together = (...bookings: string[]) =>
    outcome(
      run(async (ctx) => {
        for (const booking of bookings) await usePromotion(ctx, "WINTER", booking, ada, 100);
      }),
    );
  expect([await together("bkg_1", "bkg_2", "bkg_3"), await uses()]).toEqual(["used_up", 0]);
  expect([await together("bkg_1", "bkg_2"), await uses()]).toEqual([true, 2]);
});

test("a booking keeps its use while it changes, also of a code that ended since", async () => {
  const { app, use, uses, find, staff, promotion, resource } = await given({ max_uses: 1, ends_on: "2026-11-30" });
  await use("bkg_1");
  app.clock.advance("30d");
  expect([await find(), await find({ booking_id: "bkg_1" })]).toEqual(["expired", true]);
  expect(await use("bkg_1", undefined, "WINTER", 250)).toBe(true);
  expect(await uses()).toBe(1);
  await staff("delete", `/promotions/${promotion}`);
  expect([await find(), await find({ booking_id: "bkg_1" })]).toEqual(["unknown", true]);
  expect(await use("bkg_1", undefined, "WINTER", 300)).toBe(true);
  expect([await use("bkg_2"), await find({ resource_id: await resource() })]).toEqual(["unknown", "unknown"]);
  expect(await app.rows("select id, amount from promotion_uses")).toEqual([["bkg_1", 300]]);
});

test("a booking that takes another code gives the first one back", async () => {
  const { app, make, use, uses } = await given({ max_uses: 1 });
  const spring = await make({ code: "SPRING" });
  await use("bkg_1");
  expect(await use("bkg_1", undefined, "SPRING", 50)).toBe(true);
  expect(await uses()).toBe(0);
  expect(await app.rows("select id, promotion_id, amount from promotion_uses")).toEqual([["bkg_1", spring, 50]]);
});

test("what an anonymous contact used counts for the person that it turned out to be", async () => {
  const { app, use, ada, brook, run } = await given({ max_uses_per_contact: 1 });
  await use("bkg_1", brook);
  const { contactEvents } = await import("../contacts/index.ts");
  await run((ctx) => ctx.emit(contactEvents.contactMerged, { from: brook, to: ada }, { subject: ada }));
  await app.settle();
  expect(await use("bkg_2", ada)).toBe("used_up");
  expect(app.failures).toEqual([]);
});
