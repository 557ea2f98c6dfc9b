import { type Clock, systemClock } from "../../ports/clock.ts";
import type { Level, Log } from "../../ports/log.ts";
import { redacted } from "./redact.ts";

export interface LogOptions {
  /** The lowest level that is written. Default: `info`. */
  level?: Level;
  /** For people instead of machines. Default: when stdout is a terminal. */
  pretty?: boolean;
  /** Takes one line, without its line end. Default: standard output, on both runtimes. */
  write?: (line: string) => void;
  clock?: Clock;
}

const levels: readonly Level[] = ["debug", "info", "warn", "error"];

/** One JSON object per line: `at` (RFC 3339), `level`, `message`, then the fields. */
export function createLog(options: LogOptions = {}): Log {
  const threshold = levels.indexOf(options.level ?? "info");
  const pretty = options.pretty ?? globalThis.process?.stdout?.isTTY === true;
  const write = options.write ?? ((line: string) => console.log(line));
  const clock = options.clock ?? systemClock;
  const format = pretty ? prettyLine : jsonLine;

  return (level, message, fields = {}) => {
    if (levels.indexOf(level) < threshold) return;
    const at = new Date(clock.now()).toISOString();
    write(format(at, level, redacted(message) as string, redacted(fields) as Record<string, unknown>));
  };
}

function jsonLine(at: string, level: Level, message: string, fields: Record<string, unknown>): string {
  const line = { at, level, message };
  // Once for the order and once for the values: a field cannot pose as the level.
  return JSON.stringify({ ...line, ...fields, ...line });
}

const colours: Record<Level, number> = { debug: 90, info: 32, warn: 33, error: 31 };

function prettyLine(at: string, level: Level, message: string, fields: Record<string, unknown>): string {
  const rest = Object.entries(fields).map(([name, value]) => ` \x1b[90m${visible(name)}=\x1b[0m${visible(value)}`);
  const tag = `\x1b[${colours[level]}m${level.padEnd(5)}\x1b[0m`;
  return `\x1b[90m${at.slice(11, 23)}\x1b[0m ${tag} ${visible(message)}${rest.join("")}`;
}

/** Without control characters: what a visitor sends must not move the cursor or forge a line. */
function visible(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  const plain = typeof value === "string" && /^[\w .,:;/@+'()[\]-]*$/.test(value);
  return plain ? value : text.replace(/[\u007f-\u009f\u2028\u2029]/g, "");
}
