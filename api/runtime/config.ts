/** A setting: its name in the environment, its default, its meaning. The reference page is made from this list. */
interface Setting<T> {
  name: string;
  meaning: string;
  fallback: T;
  /** How the default reads where it is not a plain value. */
  shown?: string;
  parse(text: string): T | undefined;
  expects: string;
}

const text = <T extends string | undefined>(
  name: string,
  fallback: T,
  meaning: string,
  shown?: string,
): Setting<string | T> => ({
  name,
  meaning,
  fallback,
  ...(shown === undefined ? {} : { shown }),
  expects: "some text",
  parse: (value) => (value.trim() === "" ? undefined : value.trim()),
});

const whole = (name: string, fallback: number, min: number, max: number, meaning: string): Setting<number> => ({
  name,
  meaning,
  fallback,
  expects: `a whole number from ${min} to ${max}`,
  parse: (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max ? number : undefined;
  },
});

const oneOf = <T extends string>(name: string, fallback: T, choices: readonly T[], meaning: string): Setting<T> => ({
  name,
  meaning,
  fallback,
  expects: `one of ${choices.join(", ")}`,
  parse: (value) => choices.find((choice) => choice === value),
});

const address = <T extends string | undefined>(
  name: string,
  fallback: T,
  meaning: string,
  shown?: string,
): Setting<string | T> => ({
  name,
  meaning,
  fallback,
  ...(shown === undefined ? {} : { shown }),
  expects: "an http or https address",
  parse: (value) =>
    URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) ? value.replace(/\/+$/, "") : undefined,
});

/** Every setting of the embedded runtime. */
export const settings = {
  port: whole("PORT", 8787, 0, 65_535, "The port to listen on; 0 takes a free one."),
  host: text("HOST", "127.0.0.1", "The address to listen on. Behind a proxy in a container: 0.0.0.0."),
  data: text("FOYER_DATA", "./data", "The folder that holds the databases, the files and the generated secret."),
  mode: oneOf(
    "FOYER_MODE",
    "development",
    ["development", "production"],
    "Production makes no demo tenant, no mailbox and no secret of its own.",
  ),
  demo: oneOf(
    "FOYER_DEMO",
    "yes",
    ["yes", "no"],
    "Whether the demo tenant of a first start comes with weeks of bookings, conversations and tickets.",
  ),
  secret: text(
    "FOYER_SECRET",
    undefined,
    "The installation's secret, at least 32 characters; everything that is signed or sealed depends on it.",
    "generated into the data folder; required in production",
  ),
  origin: address(
    "FOYER_ORIGIN",
    undefined,
    "The public address of this installation, for links in mails and widgets.",
    "http://localhost:PORT; required in production",
  ),
  trust: oneOf(
    "FOYER_TRUST_PROXY",
    "no",
    ["no", "yes"],
    "Whether to take the caller's address from X-Forwarded-For: only behind a proxy that sets it.",
  ),
  log: oneOf("FOYER_LOG", "info", ["debug", "info", "warn", "error"], "The least level that is logged."),
  open: whole("FOYER_OPEN_DATABASES", 128, 4, 10_000, "How many tenant databases are kept open."),
  limits: whole(
    "FOYER_RATE_LIMIT_FACTOR",
    1,
    1,
    1_000_000,
    "Multiplies every rate limit; above 1 only for load tests.",
  ),
  mail: oneOf(
    "FOYER_MAIL",
    "mailbox",
    ["mailbox", "smtp", "resend", "none"],
    "Where mail goes. The mailbox keeps it for the portal to show, in development.",
  ),
  mailFrom: text("FOYER_MAIL_FROM", "Foyer <desk@localhost>", "The sender of mails."),
  smtpHost: text("SMTP_HOST", undefined, "The SMTP server, with FOYER_MAIL=smtp.", "none"),
  smtpPort: whole("SMTP_PORT", 587, 1, 65_535, "Its port."),
  smtpUser: text("SMTP_USER", undefined, "The user to sign in as.", "none"),
  smtpPassword: text("SMTP_PASSWORD", undefined, "Its password.", "none"),
  resendKey: text("RESEND_API_KEY", undefined, "The key for Resend, with FOYER_MAIL=resend.", "none"),
  resendUrl: address("RESEND_BASE_URL", "https://api.resend.com", "Where Resend answers."),
  privateTargets: oneOf(
    "FOYER_ALLOW_PRIVATE_TARGETS",
    "no",
    ["no", "yes"],
    "Whether webhooks may go to private addresses. Only for development and tests.",
  ),
};

type Settings = typeof settings;
export type Config = { [K in keyof Settings]: Settings[K] extends Setting<infer T> ? T : never };

/** A setting that is missing or wrong, in one sentence. */
export class ConfigError extends Error {}

/** Reads the environment once. Throws a `ConfigError` at the first setting that is wrong. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const config: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(settings) as [string, Setting<unknown>][]) {
    const given = environment[setting.name];
    const value = given === undefined || given === "" ? setting.fallback : setting.parse(given);
    if (value === undefined && given !== undefined && given !== "") {
      throw new ConfigError(`${setting.name} must be ${setting.expects}: ${setting.meaning}`);
    }
    config[key] = value;
  }
  const read = config as Config;
  demand(read);
  return read;
}

function demand(config: Config): void {
  const need = (value: unknown, name: string, why: string) => {
    if (value === undefined) throw new ConfigError(`${name} is missing: ${why}`);
  };
  if (config.secret !== undefined && config.secret.length < 32) {
    throw new ConfigError(
      "FOYER_SECRET must have at least 32 characters: everything that is signed or sealed depends on it.",
    );
  }
  if (config.mode === "production") {
    need(config.secret, settings.secret.name, settings.secret.meaning);
    need(config.origin, settings.origin.name, settings.origin.meaning);
    if (config.mail === "mailbox") {
      throw new ConfigError("FOYER_MAIL must be smtp, resend or none in production: the mailbox sends nothing.");
    }
  }
  if (config.mail === "smtp") need(config.smtpHost, settings.smtpHost.name, settings.smtpHost.meaning);
  if (config.mail === "resend") need(config.resendKey, settings.resendKey.name, settings.resendKey.meaning);
}

/** The reference of the settings, for the docs. */
export function settingsReference(): string {
  const rows = (Object.values(settings) as Setting<unknown>[]).map(
    ({ name, fallback, shown, meaning }) => `| \`${name}\` | ${shown ?? `\`${fallback}\``} | ${meaning} |`,
  );
  return ["| setting | default | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}
