import type { Service } from "./service.ts";

/** A customer's server: calls with the demo tenant's secret key. Throws the problem when the answer is one. */
export type Api = <T>(method: string, path: string, body?: unknown) => Promise<T>;

export function apiOf({ origin, firstRun }: Service): Api {
  return async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${origin}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${firstRun.keys.secret}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  };
}
