/** What a statement's text tells before SQLite has seen it. */
export interface Shape {
  /** How many values it takes: `?` and `?1`. */
  parameters: number;
  /** It may name its columns with `*`, so they follow the schema. */
  star: boolean;
  /** It ends in `limit 1`. */
  single: boolean;
  /** It changes rows or the schema. */
  writes: boolean;
}

/** Transactions belong to the adapter, and attached files are not part of a database. */
const REFUSED = /^(?:begin|commit|end|rollback|savepoint|release|attach|detach|vacuum)$/;
const WRITES = /^(?:insert|update|delete|replace|create|drop|alter|reindex|analyze)$/;
const WRITES_INSIDE = /^(?:into|update|delete)$/;
const TRIGGER = /^create (?:temp |temporary )?trigger$/;
const COMMENT = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|\?\d*|[:@$]\w+|[\w\u0080-\uffff]+|\S/y;

/**
 * Reads one statement's shape. Throws a `TypeError` for what the drivers would take silently or differently:
 * a second statement (ignored), a named parameter (bound by position), a transaction of its own.
 */
export function shapeOf(sql: string): Shape {
  const tokens = tokensOf(sql);
  const [first, second, third] = tokens;
  if (first === undefined || first === ";") throw new TypeError("the statement is empty");
  if (REFUSED.test(first)) throw new TypeError(`${first} is not for a batch`);

  const semicolon = tokens.indexOf(";");
  // The body of a trigger is made of statements; what follows its end is left to SQLite.
  const trigger = TRIGGER.test(`${first} ${second}`) || TRIGGER.test(`${first} ${second} ${third}`);
  if (semicolon >= 0 && !trigger) {
    if (tokens.slice(semicolon).some((token) => token !== ";")) throw new TypeError("one statement at a time");
    tokens.length = semicolon;
  }

  let parameters = 0;
  for (const token of tokens) {
    if (token === "?") parameters += 1;
    else if (token.startsWith("?")) parameters = Math.max(parameters, Number(token.slice(1)));
    else if (/^[:@$]./.test(token)) throw new TypeError(`parameters are ? or ?1, not ${token}`);
  }
  return {
    parameters,
    star: tokens.includes("*"),
    single: tokens.at(-2) === "limit" && tokens.at(-1) === "1",
    writes: WRITES.test(first) || (first === "with" && tokens.some((token) => WRITES_INSIDE.test(token))),
  };
}

/** Words in lower case, quoted text as it is, and single characters. No comments. */
function tokensOf(sql: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < sql.length; ) {
    COMMENT.lastIndex = TOKEN.lastIndex = at;
    if (COMMENT.test(sql)) at = COMMENT.lastIndex;
    else {
      const token = TOKEN.exec(sql)?.[0];
      if (token === undefined) at += 1;
      else {
        tokens.push(/^\w/.test(token) ? token.toLowerCase() : token);
        at += token.length;
      }
    }
  }
  return tokens;
}
