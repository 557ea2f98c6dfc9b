import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../root.ts";
import type { Service } from "./service.ts";

/** A folder of somebody who has installed the SDK from its archive. */
export interface Customer {
  /** Books, lists and cancels with the secret key; answers with what came of it. */
  run(service: Service, resourceId: string): Promise<Outcome>;
  remove(): Promise<void>;
}

export interface Outcome {
  reference: string;
  listed: boolean;
  /** After the cancellation. */
  status: string;
}

const program = `
  import { createClient } from "@foyer/sdk";
  const [baseUrl, key, resource_id] = process.argv.slice(2);
  const foyer = createClient({ baseUrl, key });
  const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { days } = await foyer.availability.slots({ resource_id, from: day(3), to: day(9), party: 2 });
  const slot = days.flatMap(({ slots }) => slots)[0];
  const contact = { name: "Grace Okafor", email: "grace.okafor@example.com" };
  const booking = await foyer.bookings.create({ resource_id, starts_at: slot.starts_at, party: 2, contact });
  let listed = false;
  for await (const one of foyer.bookings.list({ resource_id })) if (one.id === booking.id) listed = true;
  const { status } = await foyer.bookings.cancel(booking.id, { version: booking.version, reason: "Only a test" });
  console.log(JSON.stringify({ reference: booking.reference, listed, status }));
`;

/** Builds the SDK, packs it, and installs the archive where nothing else is. */
export async function newCustomer(): Promise<Customer> {
  const folder = await mkdtemp(join(tmpdir(), "foyer-customer-"));
  const sdk = join(root, "sdk");
  await run(sdk, join(root, "node_modules/.bin/tsup"), "--silent");
  const packed = await run(join(sdk, "dist"), "npm", "pack", "--json", "--pack-destination", folder);
  const [archive] = JSON.parse(packed) as [{ filename: string }];
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  await writeFile(join(folder, "book.js"), program);
  await run(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", `./${archive.filename}`);
  return {
    async run({ origin, firstRun }, resourceId) {
      const printed = await run(folder, process.execPath, "book.js", origin, firstRun.keys.secret, resourceId);
      return JSON.parse(printed) as Outcome;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** What a program prints; what it complained about is the error's message when it fails. */
async function run(cwd: string, file: string, ...args: string[]): Promise<string> {
  try {
    return (await promisify(execFile)(file, args, { cwd })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${file} failed: ${stdout}\n${stderr}`, { cause: error });
  }
}
