import { expect, test } from "vitest";
import { given } from "./testing/given.ts";

interface Payment extends Record<string, unknown> {
  id: string;
  code: string;
}
interface List {
  data: Payment[];
  next_cursor: string | null;
}

const nine = "2026-11-27T14:00:00.000Z";

async function booked() {
  const house = await given({ capacity: 4, cancellation_hours: 0 });
  const { body } = await house.book(house.staff, nine, { party: 2 });
  const path = `/bookings/${body.id}`;
  const pay = (amount: number, more: object = {}) =>
    house.staff<Payment>("post", `${path}/payments`, { method: "cash", amount, ...more });
  const money = async () => {
    const { paid, balance } = (await house.staff<Payment>("get", path)).body;
    return [paid, balance];
  };
  return { ...house, booking: body, path, pay, money };
}

test("payments and refunds are written down, and paid and balance follow", async () => {
  const { app, booking, path, pay, money } = await booked();
  const member = await app.member("user");
  const first = await member.call<Payment>("post", `${path}/payments`, { method: "card", amount: 2000, note: "Desk" });
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    booking_id: booking.id,
    reference: booking.reference,
    kind: "payment",
    method: "card",
    amount: 2000,
    currency: "USD",
    note: "Desk",
    member_id: member.id,
  });
  expect(await money()).toEqual([2000, 3000]);
  app.clock.advance("1m");
  expect((await pay(500, { kind: "refund" })).body).toMatchObject({ kind: "refund", member_id: null });
  expect(await money()).toEqual([1500, 3500]);
  expect((await app.events()).slice(-2)).toEqual(["booking.payment_recorded", "booking.payment_recorded"]);
  expect((await app.audit()).at(-1)).toBe("booking_payments.create");
  const { body } = await member.call<List>("get", `${path}/payments`);
  expect(body.data.map(({ kind, amount }) => [kind, amount])).toEqual([
    ["refund", 500],
    ["payment", 2000],
  ]);
});

test("neither more than the balance is taken nor more than was paid is given back", async () => {
  const { staff, path, pay, money } = await booked();
  expect((await pay(5001)).body).toMatchObject({ code: "payment_exceeds_balance", status: 409, balance: 5000 });
  expect((await pay(1, { kind: "refund" })).body).toMatchObject({ code: "refund_exceeds_paid", paid: 0 });
  for (const amount of [0, -5, 1.5]) expect((await pay(amount)).status).toBe(400);
  expect((await pay(5000)).status).toBe(201);
  expect((await pay(1)).body.code).toBe("payment_exceeds_balance");
  const cancelled = await staff("post", `${path}/cancellation`, { refund: { decision: "partial", amount: 4000 } });
  expect(cancelled.body).toMatchObject({ paid: 5000, balance: -4000 });
  expect((await pay(4000, { kind: "refund" })).status).toBe(201);
  expect(await money()).toEqual([1000, 0]);
});

test("of ten tills that take the last of it at once, one does", async () => {
  const { app, pay, money } = await booked();
  await pay(3000);
  const answers = await Promise.all(Array.from({ length: 10 }, () => pay(2000)));
  expect(answers.filter(({ status }) => status === 201).length).toBe(1);
  const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
  expect(new Set(refused)).toEqual(new Set(["payment_exceeds_balance"]));
  expect(await money()).toEqual([5000, 0]);
  expect(await app.rows("select sum(amount) from booking_payments")).toEqual([[5000]]);
});

test("a payment that is sent again with its key is written down once", async () => {
  const { staff, path, money } = await booked();
  const send = () =>
    staff("post", `${path}/payments`, { method: "wire", amount: 700 }, { "idempotency-key": "till-1-42" });
  expect([(await send()).status, (await send()).status]).toEqual([201, 201]);
  expect(await money()).toEqual([700, 4300]);
});

test("all payments are listed by time, page by page, for staff alone", async () => {
  const { app, staff, pay, path } = await booked();
  for (const amount of [100, 200, 300]) {
    await pay(amount, amount === 200 ? { method: "paypal" } : {});
    app.clock.advance("1d");
  }
  const amounts = async (query: string) =>
    (await staff<List>("get", `/booking-payments?${query}`)).body.data.map(({ amount }) => amount);
  expect(await amounts("")).toEqual([300, 200, 100]);
  expect(await amounts("from=2026-11-24&to=2026-11-24")).toEqual([200]);
  expect(await amounts("method=cash&kind=payment")).toEqual([300, 100]);
  expect(await amounts("kind=refund")).toEqual([]);
  const first = await staff<List>("get", "/booking-payments?limit=2");
  expect(await amounts(`limit=2&cursor=${first.body.next_cursor}`)).toEqual([100]);
  const visitor = await app.visitor();
  for (const at of ["/booking-payments", `${path}/payments`]) expect((await visitor.call("get", at)).status).toBe(403);
  const plan = await app.rows(
    "explain query plan select * from booking_payments where created_at >= 5 order by created_at desc, id desc limit 26",
  );
  expect(plan[0]?.[3]).toContain("booking_payments_by_time");
});
