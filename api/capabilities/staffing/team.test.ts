import { expect, test } from "vitest";
import type { Statement } from "../../ports/database.ts";
import { testApp } from "../../testing/app.ts";
import { teamOf } from "./index.ts";

const hour = 3_600_000;
const midnight = Date.parse("2026-12-01T00:00:00Z");
const at = (hours: number) => new Date(midnight + hours * hour).toISOString();
const between = (from: number, to: number) => ({ from: midnight + from * hour, to: midnight + to * hour });

async function atHarbor() {
  const app = await testApp();
  const staff = await app.as();
  const made = async (path: string, body: object) => (await staff<{ id: string }>("post", path, body)).body.id;
  const shift = (member_id: string, from: number, to: number, venue_id: string | null = null) =>
    staff("post", "/shifts", { member_id, starts_at: at(from), ends_at: at(to), venue_id });
  const team = (ids: string[], from: number, to: number) =>
    teamOf(app.database, ids, midnight + from * hour, midnight + to * hour);
  return { app, staff, made, shift, team };
}

test("people are there during their shifts, things and those who follow none always", async () => {
  const { app, staff, made, shift, team } = await atHarbor();
  const [ada, brook] = [await app.member("user"), await app.member("user")];
  const guides = await made("/pools", { name: "Guides" });
  const drivers = await made("/pools", { name: "Drivers", follow_shifts: false });
  const asGuide = await made(`/pools/${guides}/units`, { member_id: ada.id });
  app.clock.advance("1m");
  const idle = await made(`/pools/${guides}/units`, { member_id: brook.id });
  app.clock.advance("1m");
  const boat = await made(`/pools/${guides}/units`, { name: "Boat" });
  const asDriver = await made(`/pools/${drivers}/units`, { member_id: ada.id, name: "Ada at the wheel" });
  await made(`/pools/${guides}/units`, { name: "Leaking boat", status: "inactive" });
  const gone = await made(`/pools/${guides}/units`, { name: "Sunken boat" });
  await staff("delete", `/units/${gone}`);
  for (const [from, to] of [
    [-2, 3],
    [8, 12],
    [12, 16],
    [20, 24],
    [30, 34],
  ] as const) {
    expect((await shift(ada.id, from, to)).status).toBe(201);
  }

  const teams = await team([guides, drivers, "pol_00000000000000000000"], 1, 20);
  expect([...teams.keys()]).toEqual([guides, drivers, "pol_00000000000000000000"]);
  expect(teams.get(guides)).toEqual([
    { unit_id: asGuide, subject_id: ada.id, name: ada.name, shifts: [between(-2, 3), between(8, 16)] },
    { unit_id: idle, subject_id: brook.id, name: brook.name, shifts: [] },
    { unit_id: boat, subject_id: boat, name: "Boat", shifts: null },
  ]);
  expect(teams.get(drivers)).toEqual([
    { unit_id: asDriver, subject_id: ada.id, name: "Ada at the wheel", shifts: null },
  ]);
  expect(teams.get("pol_00000000000000000000")).toEqual([]);
  expect(await team([], 0, 24)).toEqual(new Map());
  await staff("delete", `/pools/${guides}`);
  expect((await team([guides], 0, 24)).get(guides)).toEqual([]);
});

test("to a pool of one venue only shifts there, or at none in particular, count", async () => {
  const { app, made, shift, team } = await atHarbor();
  const ada = await app.member("user");
  const [pier, beach] = [await made("/venues", { name: "Pier" }), await made("/venues", { name: "Beach" })];
  const pools = await Promise.all([pier, null].map((venue_id) => made("/pools", { name: "Guides", venue_id })));
  for (const pool of pools) await made(`/pools/${pool}/units`, { member_id: ada.id });
  await shift(ada.id, 8, 10, pier);
  await shift(ada.id, 11, 13, beach);
  await shift(ada.id, 14, 16);
  const teams = await team(pools, 0, 24);
  expect(pools.map((pool) => teams.get(pool)?.[0]?.shifts)).toEqual([
    [between(8, 10), between(14, 16)],
    [between(8, 10), between(11, 13), between(14, 16)],
  ]);
});

test("what is asked for every page of availability walks along indexes", async () => {
  const { app, made, shift } = await atHarbor();
  const ada = await app.member("user");
  const pool = await made("/pools", { name: "Guides" });
  await made(`/pools/${pool}/units`, { member_id: ada.id });
  await shift(ada.id, 8, 10);
  const asked: Statement[] = [];
  const noting = (statements: readonly Statement[]) => {
    asked.push(...statements);
    return app.database.read(statements);
  };
  await teamOf({ read: noting }, [pool], midnight, midnight + 24 * hour);
  const plans = await app.database.read(asked.map(({ sql, args }) => ({ sql: `explain query plan ${sql}`, args })));
  const steps = plans.flatMap(({ rows }) => rows.map((row) => String(row.at(-1))));
  const tables = steps.filter((step) => /^(SCAN|SEARCH) /.test(step) && !step.includes("json_each"));
  expect(tables.filter((step) => !/^SEARCH .* USING /.test(step))).toEqual([]);
  expect(tables.filter((step) => step.includes("shifts"))).toEqual([
    "SEARCH shifts USING COVERING INDEX shifts_by_member (member_id=? AND starts_at>? AND starts_at<?)",
  ]);
});
