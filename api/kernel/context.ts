import type { SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Rows, Statement } from "../ports/database.ts";
import type { Files } from "../ports/files.ts";
import type { Mailer } from "../ports/mail.ts";
import type { Outside } from "../ports/outside.ts";
import type { Actor } from "./actor.ts";
import type { Reader } from "./work/access.ts";
import type { Unit } from "./work/unit.ts";

/** The tenant that a request belongs to. The routing id names its database; credentials carry it. */
export interface TenantRef {
  routing: string;
  mode: "live" | "test";
}

/** What a handler may use to read. */
export interface Reading {
  /** The tenant's database, for reading. */
  db: Reader;
  /** The same database for plans and raw statements: several of them are one round trip. */
  read(statements: readonly Statement[]): Promise<Rows[]>;
  /** The control database, for reading: accounts, memberships, tenants. */
  control: Reader;
  actor: Actor;
  tenant: TenantRef;
  /** The id of what the request's link names; empty when it did not come by a link. */
  linked: string;
  /** Milliseconds since 1970, UTC: one instant for the whole command. */
  now: number;
  /** The same instant, RFC 3339. */
  at: string;
  request: { id: string; ip: string; agent: string; header(name: string): string | undefined };
  /** Stored bytes. A command that stores some does so before it commits: bytes without a row are only waste. */
  files: Files;
  /** What is wrong with an address that we are asked to call, before anything is called. */
  vet: Outside["vet"];
  /** Mails that were kept instead of sent, of all tenants; absent where mail really leaves. */
  keptMails?: Mailer["list"];
  /** Every kind of event that the house declares, for whoever lets people pick among them. */
  catalogue(): Promise<{ type: string; about: string }[]>;
  /** The installation's own settings that capabilities may need. */
  settings: Settings;
  /**
   * Ownership, as the route declares it: for a visitor the condition that the row's contact is its own; for everybody
   * else no condition.
   */
  own(contact: SQLiteColumn): SQL | undefined;
  /** The same for plans: the contact that a visitor is confined to; undefined for everybody else. */
  owner: string | undefined;
  /** Resolves when the tenant's log grows, or after `milliseconds`. */
  wait(milliseconds: number): Promise<void>;
}

/** What a handler may use to change things. Everything is staged and commits as one batch after the handler returned. */
export interface Context
  extends Reading,
    Pick<Unit, "guard" | "write" | "insert" | "update" | "expect" | "emit" | "handOver" | "later" | "value" | "note"> {
  /** What the audit entry is about, where it is not the `id` of the answer. */
  about(type: string, id: string): void;
  /** Who the caller turned out to be, where the command itself finds out: a sign-in. The audit entry names it. */
  identify(actor: Actor, routing: string): void;
  /** Adds a header to the answer. */
  answer(header: string, value: string): void;
}

/** Settings of the installation that capabilities read. */
export interface Settings {
  /** The public address of this installation, without a trailing slash. */
  origin: string;
  production: boolean;
  /** The address that mail is sent from; `no-reply@` the public host when it is not set. */
  mail_from?: string;
  /** Derives a key for one purpose from the installation's secret. */
  key(purpose: string): Uint8Array;
}
