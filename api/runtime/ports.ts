import { join } from "node:path";
import { fileDatabases } from "../adapters/database/file.ts";
import { createDiskFiles } from "../adapters/files/disk.ts";
import type { MemoryHub } from "../adapters/hub/memory.ts";
import { createLog } from "../adapters/log/json.ts";
import { createMailbox } from "../adapters/mail/mailbox.ts";
import { createResendMailer } from "../adapters/mail/resend.ts";
import { createSmtpMailer } from "../adapters/mail/smtp.ts";
import { createNodeOutside } from "../adapters/outside/node.ts";
import { Limits } from "../kernel/http/limits.ts";
import { migrate } from "../kernel/migrate.ts";
import type { Ports } from "../kernel/ports.ts";
import { systemClock } from "../ports/clock.ts";
import type { Mailer } from "../ports/mail.ts";
import type { Config } from "./config.ts";
import { keysOf } from "./keys.ts";
import { allMigrations, migrationsOn } from "./migrations.ts";

/** The embedded runtime's choice of adapters. */
export function nodePorts(config: Config, secret: string, origin: string, hub: MemoryHub): Ports {
  const log = createLog({ level: config.log });
  const migrations = allMigrations();
  const sets = { tenant: migrationsOn("tenant", migrations), control: migrationsOn("control", migrations) };
  return {
    databases: fileDatabases({ folder: join(config.data, "databases"), open: config.open, log }),
    clock: systemClock,
    mailer: mailerOf(config),
    files: createDiskFiles(join(config.data, "files")),
    outside: createNodeOutside(config.privateTargets === "yes" ? { http: true, allow: () => true } : {}),
    log,
    hub,
    limits: new Limits(config.limits),
    settings: { origin, production: config.mode === "production", key: keysOf(secret), mail_from: config.mailFrom },
    ready: async (database, kind) => {
      const applied = await migrate(database, sets[kind], Date.now());
      if (applied.length > 0) log("info", "migrated", { database: database.name, applied });
    },
    strict: false,
  };
}

function mailerOf(config: Config): Mailer {
  switch (config.mail) {
    case "mailbox":
      return createMailbox(join(config.data, "mailbox"));
    case "smtp":
      return createSmtpMailer({
        host: config.smtpHost ?? "",
        port: config.smtpPort,
        security: config.smtpPort === 465 ? "tls" : "starttls",
        ...(config.smtpUser === undefined ? {} : { user: config.smtpUser, password: config.smtpPassword ?? "" }),
      });
    case "resend":
      return createResendMailer({ key: config.resendKey ?? "", base_url: config.resendUrl });
    case "none":
      return { kind: "none", send: () => Promise.reject(new Error("mail is not connected: set FOYER_MAIL")) };
  }
}
