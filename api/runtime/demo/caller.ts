import type { App } from "../../kernel/assemble.ts";

export type Call = <T = Record<string, unknown>>(method: string, path: string, body?: unknown) => Promise<T>;

/**
 * Calls the app's own routes with a credential, as any client would; refuses to go on after a problem. A PATCH changes
 * whatever version there is: nobody else is there yet.
 */
export function callerOf(app: App, credential?: string): Call {
  const { origin } = app.ports.settings;
  return async (method, path, body) => {
    const response = await app.fetch(
      new Request(`${origin}/v1${path}`, {
        method,
        headers: {
          "content-type": "application/json",
          "user-agent": "Foyer first start",
          origin,
          ...(method === "PATCH" ? { "if-match": "*" } : {}),
          ...(credential ? { authorization: `Bearer ${credential}` } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
      "127.0.0.1",
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
}
