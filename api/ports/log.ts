export type Level = "debug" | "info" | "warn" | "error";

/** One structured line. Never holds secrets, bodies or personal values; people appear by id. */
export type Log = (level: Level, message: string, fields?: Record<string, unknown>) => void;
