import { createAdaptorServer } from "@hono/node-server";
import { type Client, createClient } from "@libsql/client";
import { Hono } from "hono";

/**
 * The baseline: Hono and `@libsql/client` on the same file, doing the same queries and writing as durably, without
 * credentials, limits, validation, events or audit.
 */
const [file = "", own = ""] = process.argv.slice(2);
const client: Client = createClient({ url: `file:${file}` });
// The writes go to a file of its own, so that two servers do not wait for each other's lock. FULL is SQLite's default.
const setup = createClient({ url: `file:${own}` });
await setup.execute("pragma journal_mode = wal");
for (const table of ["bare_a", "bare_b", "bare_c"]) {
  await setup.execute(`create table ${table} (id text primary key, at integer not null, data text not null)`);
}
setup.close();
const writer: Client = createClient({ url: `file:${own}` });

const one =
  "select b.*, r.name, v.time_zone, c.name, c.email, c.phone from bookings b join resources r on r.id = b.resource_id join venues v on v.id = b.venue_id left join contacts c on c.id = b.contact_id";
const app = new Hono();
app.get("/bookings/:id", async (c) => {
  const { rows } = await client.execute({ sql: `${one} where b.id = ?`, args: [c.req.param("id")] });
  return c.json(rows[0]);
});
app.get("/bookings", async (c) => {
  const { rows } = await client.execute({ sql: `${one} order by b.starts_at desc, b.id desc limit 20`, args: [] });
  return c.json(rows);
});
app.post("/three", async (c) => {
  const body = await c.req.json();
  const data = JSON.stringify(body);
  const id = crypto.randomUUID();
  const row = (table: string) => ({
    sql: `insert into ${table} (id, at, data) values (?, ?, ?)`,
    args: [id, Date.now(), data],
  });
  await writer.batch([row("bare_a"), row("bare_b"), row("bare_c")], "write");
  return c.json({ id }, 201);
});

const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ origin: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}` });
});
