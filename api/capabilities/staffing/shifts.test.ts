import { expect, test } from "vitest";
import { localRfc3339 } from "../../core/time.ts";
import { testApp } from "../../testing/app.ts";

interface Shift extends Record<string, unknown> {
  id: string;
  member_id: string;
  starts_at: string;
  ends_at: string;
  series_id: string | null;
  version: number;
}

interface Answered {
  code: string;
  series_id: string | null;
  shifts: Shift[];
  conflicts: Pick<Shift, "id" | "starts_at" | "ends_at">[];
  errors: { pointer: string }[];
}

const zone = "America/New_York";
/** 2026-12-01 is a Tuesday. */
const at = (time: string, day = "2026-12-01") => `${day}T${time}:00-05:00`;

async function atHarbor() {
  const app = await testApp();
  const staff = await app.as();
  const { id: member_id } = await app.member("user");
  const { body: venue } = await staff<{ id: string }>("post", "/venues", { name: "Pier 4", time_zone: zone });
  const plan = (starts_at: string, ends_at: string, more: object = {}) =>
    staff<Answered>("post", "/shifts", { member_id, venue_id: venue.id, starts_at, ends_at, ...more });
  const list = async (query = "") => (await staff<{ data: Shift[] }>("get", `/shifts${query}`)).body.data;
  const wall = (shifts: Pick<Shift, "starts_at" | "ends_at">[]) =>
    shifts.map(({ starts_at, ends_at }) =>
      [starts_at, ends_at].map((time) => localRfc3339(zone, Date.parse(time))).join(" "),
    );
  const pointers = async (answer: Promise<{ status: number; body: Answered }>) => {
    const { status, body } = await answer;
    return [status, ...(body.errors ?? []).map(({ pointer }) => pointer)];
  };
  return { app, staff, member_id, venue, plan, list, wall, pointers };
}

test("a shift is planned, moved, and taken off the plan", async () => {
  const { app, staff, member_id, venue, plan, list } = await atHarbor();
  const { status, body } = await plan(at("09:00"), at("17:00"), { notes: "Bring the keys" });
  expect(status).toBe(201);
  const shift = body.shifts[0]!;
  expect(body).toEqual({ series_id: null, shifts: [shift] });
  expect(shift).toMatchObject({
    member_id,
    venue_id: venue.id,
    starts_at: "2026-12-01T14:00:00.000Z",
    ends_at: "2026-12-01T22:00:00.000Z",
    series_id: null,
    notes: "Bring the keys",
    version: 1,
  });
  expect((await staff("get", `/shifts/${shift.id}`)).body).toEqual(shift);
  const moved = await staff<Shift>("patch", `/shifts/${shift.id}`, {
    version: 1,
    ends_at: at("12:00"),
    venue_id: null,
  });
  expect(moved.body).toMatchObject({ ends_at: "2026-12-01T17:00:00.000Z", venue_id: null, version: 2 });
  expect((await staff("patch", `/shifts/${shift.id}`, { version: 1, notes: "x" })).status).toBe(409);
  expect((await staff("delete", `/shifts/${shift.id}`, undefined, { "if-match": '"1"' })).status).toBe(412);
  expect((await staff("delete", `/shifts/${shift.id}`)).status).toBe(204);
  expect((await staff("delete", `/shifts/${shift.id}`)).status).toBe(404);
  expect(await list()).toEqual([]);
  expect((await app.events()).slice(1)).toEqual(["shift.created", "shift.updated", "shift.deleted"]);
  const done = await app.rows("select action from audit where outcome = 'success' order by seq");
  expect(done.slice(1)).toEqual([["shifts.create"], ["shifts.update"], ["shifts.delete"]]);
});

test("nobody works two shifts at once, and a refusal names those in the way", async () => {
  const { app, staff, plan } = await atHarbor();
  const early = (await plan(at("09:00"), at("12:00"))).body.shifts[0]!;
  const late = (await plan(at("12:00"), at("17:00"))).body.shifts[0]!;
  const refused = await plan(at("11:59"), at("12:01"));
  expect([refused.status, refused.body.code]).toEqual([409, "shift_conflict"]);
  const shown = ({ id, starts_at, ends_at }: Shift) => ({ id, starts_at, ends_at });
  expect(refused.body.conflicts).toEqual([shown(early), shown(late)]);

  const longer = await staff<Answered>("patch", `/shifts/${early.id}`, { version: 1, ends_at: at("12:01") });
  expect([longer.body.code, longer.body.conflicts]).toEqual(["shift_conflict", [shown(late)]]);
  const within = await staff<Shift>("patch", `/shifts/${early.id}`, { version: 1, starts_at: at("10:00") });
  expect([within.status, within.body.ends_at]).toEqual([200, early.ends_at]);

  const other = await app.member("user");
  expect((await plan(at("09:00"), at("17:00"), { member_id: other.id })).status).toBe(201);
  const handed = await staff<Answered>("patch", `/shifts/${early.id}`, { version: 2, member_id: other.id });
  expect(handed.body.code).toBe("shift_conflict");
});

test("of twenty overlapping shifts that are planned at once one wins, and the rest are told which", async () => {
  const { app, plan, list } = await atHarbor();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, minute) => plan(at(`09:${String(minute).padStart(2, "0")}`), at("17:00"))),
  );
  const won = answers.filter(({ status }) => status === 201);
  expect(won.length).toBe(1);
  const shifts = await list();
  expect(shifts).toEqual(won[0]!.body.shifts);
  for (const { body } of answers.filter((answer) => answer.status !== 201)) {
    expect(body.code).toBe("shift_conflict");
    expect(body.conflicts.map(({ id }) => id)).toEqual([shifts[0]!.id]);
  }
  expect((await app.events()).filter((type) => type === "shift.created").length).toBe(1);
  expect(app.failures).toEqual([]);
});

test("two shifts that are moved onto one time at once: one is refused", async () => {
  const { staff, plan, list } = await atHarbor();
  const [a, b] = [await plan(at("06:00"), at("07:00")), await plan(at("08:00"), at("09:00"))].map(
    ({ body }) => body.shifts[0]!,
  );
  const answers = await Promise.all(
    [a, b].map((shift) =>
      staff<Answered>("patch", `/shifts/${shift!.id}`, { version: 1, starts_at: at("12:00"), ends_at: at("13:00") }),
    ),
  );
  expect(answers.map(({ status, body }) => (status === 200 ? "moved" : body.code)).sort()).toEqual([
    "moved",
    "shift_conflict",
  ]);
  expect((await list()).filter(({ starts_at }) => starts_at === "2026-12-01T17:00:00.000Z").length).toBe(1);
});

test("a series keeps its wall time when the clocks change, on the venue's clock or else the company's", async () => {
  const { staff, plan, wall } = await atHarbor();
  const recurrence = "RRULE:FREQ=WEEKLY;BYDAY=FR,SU;COUNT=4";
  const series = await plan("2027-03-12T22:00:00-05:00", "2027-03-13T06:00:00-05:00", { recurrence });
  expect(series.status).toBe(201);
  expect(wall(series.body.shifts)).toEqual([
    "2027-03-12T22:00:00-05:00 2027-03-13T06:00:00-05:00",
    "2027-03-14T22:00:00-04:00 2027-03-15T06:00:00-04:00",
    "2027-03-19T22:00:00-04:00 2027-03-20T06:00:00-04:00",
    "2027-03-21T22:00:00-04:00 2027-03-22T06:00:00-04:00",
  ]);
  expect(new Set(series.body.shifts.map(({ series_id }) => series_id))).toEqual(new Set([series.body.series_id]));
  expect(series.body.series_id).toMatch(/^ser_/);

  await staff("patch", "/company", { version: 1, time_zone: "Europe/Berlin" });
  const abroad = await plan("2027-03-27T09:00:00+01:00", "2027-03-27T10:00:00+01:00", {
    venue_id: null,
    recurrence: "FREQ=DAILY;UNTIL=20270328",
  });
  expect(abroad.body.shifts.map(({ starts_at }) => starts_at)).toEqual([
    "2027-03-27T08:00:00.000Z",
    "2027-03-28T07:00:00.000Z",
  ]);
});

test("a shift in the hour that is skipped is as long as ever; one over the hour that comes twice is longer", async () => {
  const { plan, wall } = await atHarbor();
  const recurrence = "FREQ=DAILY;COUNT=2";
  const skipped = await plan("2027-03-13T02:30:00-05:00", "2027-03-13T03:00:00-05:00", { recurrence });
  expect(wall(skipped.body.shifts)[1]).toBe("2027-03-14T03:30:00-04:00 2027-03-14T04:00:00-04:00");
  const twice = await plan("2027-11-06T00:00:00-04:00", "2027-11-07T00:00:00-04:00", { recurrence });
  expect(wall(twice.body.shifts)[1]).toBe("2027-11-07T00:00:00-04:00 2027-11-08T00:00:00-05:00");
});

test("a series is planned as a whole or not at all", async () => {
  const { app, plan, list } = await atHarbor();
  const taken = (await plan(at("10:00", "2026-12-15"), at("11:00", "2026-12-15"))).body.shifts[0]!;
  const refused = await plan(at("09:00"), at("17:00"), { recurrence: "FREQ=WEEKLY;COUNT=12" });
  expect([refused.status, refused.body.conflicts.map(({ id }) => id)]).toEqual([409, [taken.id]]);
  expect(await list()).toEqual([taken]);
  expect((await app.events()).filter((type) => type === "shift.created").length).toBe(1);
  const answers = await Promise.all([
    plan(at("12:00"), at("17:00"), { recurrence: "FREQ=WEEKLY;COUNT=100" }),
    plan(at("16:00"), at("18:00"), { recurrence: "FREQ=DAILY;COUNT=100" }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await app.rows("select count(*) from shifts"))[0]).toEqual([101]);
});

test("of a series one shift is taken off, or it and all that follow", async () => {
  const { app, staff, plan, list } = await atHarbor();
  const { shifts } = (await plan(at("09:00"), at("17:00"), { recurrence: "FREQ=DAILY;COUNT=6" })).body;
  const other = (await plan(at("09:00", "2026-12-20"), at("17:00", "2026-12-20"))).body.shifts[0]!;
  const ids = async () => (await list()).map(({ id }) => id);
  expect((await staff("delete", `/shifts/${shifts[1]!.id}`)).status).toBe(204);
  expect(await ids()).toEqual([...[0, 2, 3, 4, 5].map((index) => shifts[index]!.id), other.id]);
  // A shift that was moved before the cut is no longer one that follows.
  const moved = { version: 1, starts_at: at("09:00", "2026-11-30"), ends_at: at("10:00", "2026-11-30") };
  expect((await staff("patch", `/shifts/${shifts[5]!.id}`, moved)).status).toBe(200);
  expect((await staff("delete", `/shifts/${shifts[3]!.id}?series=following`)).status).toBe(204);
  expect(await ids()).toEqual([...[5, 0, 2].map((index) => shifts[index]!.id), other.id]);
  expect((await app.events()).filter((type) => type === "shift.deleted").length).toBe(3);
  expect((await staff("delete", `/shifts/${other.id}?series=following`)).status).toBe(204);
  const answers = await Promise.all(
    [0, 2, 5].map((index) => staff("delete", `/shifts/${shifts[index]!.id}?series=following`)),
  );
  expect(answers.every(({ status }) => status === 204 || status === 404)).toBe(true);
  expect(await ids()).toEqual([]);
  expect((await app.events()).filter((type) => type === "shift.deleted").length).toBe(7);
});

test("the list holds what has a part in the time asked for, earliest first", async () => {
  const { app, staff, venue, plan, list, member_id } = await atHarbor();
  const night = (await plan(at("22:00"), at("06:00", "2026-12-02"))).body.shifts[0]!.id;
  const day = (await plan(at("09:00", "2026-12-02"), at("17:00", "2026-12-02"), { venue_id: null })).body.shifts[0]!.id;
  const other = await app.member("user");
  const others = (await plan(at("09:00"), at("10:00"), { member_id: other.id })).body.shifts[0]!.id;
  const ids = async (query: string) => (await list(query)).map(({ id }) => id);
  const range = (from: string, to: string) => `?from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`;
  expect(await ids("")).toEqual([others, night, day]);
  expect(await ids(range(at("05:00", "2026-12-02"), at("09:00", "2026-12-02")))).toEqual([night]);
  expect(await ids(range(at("06:00", "2026-12-02"), at("09:01", "2026-12-02")))).toEqual([day]);
  expect(await ids(`?member_id=${member_id}`)).toEqual([night, day]);
  expect(await ids(`?venue_id=${venue.id}`)).toEqual([others, night]);
  const first = (await staff<{ data: Shift[]; next_cursor: string }>("get", "/shifts?limit=2")).body;
  expect(first.data.map(({ id }) => id)).toEqual([others, night]);
  expect(await ids(`?limit=2&cursor=${first.next_cursor}`)).toEqual([day]);
});

test("what cannot be a shift or a series is refused with a pointer", async () => {
  const { staff, plan, pointers, list } = await atHarbor();
  const repeated = (recurrence: string) => pointers(plan(at("09:00"), at("17:00"), { recurrence }));
  expect(await pointers(plan(at("09:00"), at("09:00")))).toEqual([400, "/ends_at"]);
  expect(await pointers(plan(at("09:00"), at("10:01", "2026-12-02")))).toEqual([400, "/ends_at"]);
  expect(await pointers(plan("2026-12-01T09:00:30Z", at("17:00")))).toEqual([400, "/starts_at"]);
  expect(await pointers(plan("1999-12-31T09:00:00Z", at("17:00")))).toEqual([400, "/starts_at"]);
  const nobody = { member_id: "mem_00000000000000000000" };
  expect(await pointers(plan(at("09:00"), at("17:00"), nobody))).toEqual([400, "/member_id"]);
  const nowhere = { venue_id: "ven_00000000000000000000" };
  expect(await pointers(plan(at("09:00"), at("17:00"), nowhere))).toEqual([400, "/venue_id"]);
  for (const recurrence of [
    "every monday",
    "FREQ=HOURLY;COUNT=2",
    "FREQ=WEEKLY",
    "FREQ=DAILY;COUNT=101",
    "FREQ=DAILY;UNTIL=20270401",
    "FREQ=YEARLY;COUNT=9",
    "FREQ=MONTHLY;UNTIL=20290101",
    "FREQ=DAILY;UNTIL=20261130",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
  ]) {
    expect([recurrence, await repeated(recurrence)]).toEqual([recurrence, [400, "/recurrence"]]);
  }
  const long = plan(at("09:00"), at("09:30", "2026-12-02"), { recurrence: "FREQ=DAILY;COUNT=2" });
  expect(await pointers(long)).toEqual([400, "/recurrence"]);
  expect(await list()).toEqual([]);
  const shift = (await plan(at("09:00"), at("17:00"))).body.shifts[0]!;
  const late = staff<Answered>("patch", `/shifts/${shift.id}`, { version: 1, starts_at: at("18:00") });
  expect(await pointers(late)).toEqual([400, "/starts_at"]);
});
