import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { permissionsOf } from "../capabilities/identity/index.ts";
import type { Audience } from "../kernel/actor.ts";
import { type Role, roles } from "../kernel/index.ts";
import type { Route } from "../kernel/route.ts";
import type { Answer, Call } from "./app.ts";
import { samples } from "./samples.ts";
import type { Schema } from "./shapes.ts";
import { census, forged, permissionsIn, type Sample, send, type World, world } from "./world.ts";

let w: World;
/** One sample of each route, for requests that shall come to nothing. */
const kept = new Map<string, Sample>();
const kinds: readonly Exclude<Audience, "public">[] = ["member", "secret", "publishable", "visitor"];

beforeAll(async () => {
  w = await world(afterAll);
  for (const route of w.routes) kept.set(route.id, await sampleOf(route));
}, 120_000);

afterEach(() => expect(w.app.failures).toEqual([]));

async function sampleOf(route: Route): Promise<Sample> {
  return (await samples[route.id]?.(w)) ?? {};
}

const keptOf = (route: Route): Sample => kept.get(route.id) ?? {};
const firstOf = (route: Route, sample: Sample): Call => {
  const [kind] = route.audience;
  return kind === "member" && sample.member ? sample.member : w.actors[kind as Audience];
};
const isOpen = (route: Route) => route.audience.includes("public");
const told = ({ status, body }: Answer): string =>
  `${status} ${(body as { code?: string } | "")?.["code" as never] ?? ""}`.trim();
const pointers = ({ body }: Answer): string[] =>
  ((body as { errors?: { in: string; pointer: string }[] }).errors ?? []).map(
    (error) => `${error.in} ${error.pointer}`,
  );

/** Asks every route that `of` admits, and names those that did not answer as they should. */
async function everyRoute(of: (route: Route) => boolean, ask: (route: Route, sample: Sample) => Promise<string[]>) {
  const wrong: string[] = [];
  let asked = 0;
  for (const route of w.routes.filter(of)) {
    asked += 1;
    wrong.push(...(await ask(route, keptOf(route))).map((line) => `${route.id}: ${line}`));
  }
  expect(asked).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
}

const unless = (fine: boolean, line: string): string[] => (fine ? [] : [line]);
const any = () => true;

describe("every route", () => {
  test("has a sample and stands in the specification", () => {
    const ids = w.routes.map(({ id }) => id).sort();
    expect(Object.keys(samples).sort()).toEqual(ids);
    expect([...w.shapes.operations.keys()].sort()).toEqual(ids);
  });

  test("answers each kind of caller that it admits with what it declares", async () => {
    await everyRoute(any, async (route) => {
      const { success } = w.shapes.operations.get(route.id) as NonNullable<ReturnType<typeof w.shapes.operations.get>>;
      const wrong: string[] = [];
      for (const kind of route.audience) {
        const sample = await sampleOf(route);
        const only = kind === "secret" && route.permission ? await w.app.as(route.permission) : w.actors[kind];
        const answer = await send(kind === "member" ? (sample.member ?? only) : only, route, sample);
        const type = answer.headers.get("content-type")?.split(";")[0];
        const json = answer.status === success.status && success.type === "application/json" && success.schema;
        wrong.push(
          ...unless(answer.status === success.status, `${kind} got ${told(answer)} ${JSON.stringify(answer.body)}`),
          ...unless(
            type === success.type || (success.type === "application/octet-stream" && type !== undefined),
            `${kind} got ${type}`,
          ),
          ...(json ? w.shapes.misfits(json, answer.body) : []).map((misfit) => `${kind} got ${misfit}`),
        );
      }
      return wrong;
    });
  }, 120_000);

  test("refuses a caller without a credential, and one whose credential is nobody's", async () => {
    const unknown = [
      "nonsense",
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.AAAA",
      "fy_sk_live_harbortest0000000000000000000000000000000000",
    ];
    await everyRoute(
      (route) => !isOpen(route),
      async (route, sample) => {
        const calls = [w.app.anyone, ...unknown.map((credential) => w.app.with(credential))];
        const answers = await Promise.all(calls.map((call) => send(call, route, sample)));
        return answers.flatMap((answer) => unless(told(answer) === "401 unauthenticated", told(answer)));
      },
    );
  });

  test("refuses every kind of caller that it is not for", async () => {
    await everyRoute(
      (route) => !isOpen(route),
      async (route, sample) => {
        const others = kinds.filter((kind) => !route.audience.includes(kind));
        const answers = await Promise.all(
          others.map(async (kind) => [kind, told(await send(w.actors[kind], route, sample))]),
        );
        return answers.flatMap(([kind, code]) => unless(code === "403 forbidden", `${kind} got ${code}`));
      },
    );
  });

  test("refuses a key that holds every permission but the one that is needed, before it looks at the request", async () => {
    const all = permissionsIn(w.routes);
    const without = new Map<string, Call>();
    for (const permission of all)
      without.set(permission, await w.app.as(...all.filter((other) => other !== permission)));
    await everyRoute(
      (route) => route.permission !== null && route.audience.includes("secret"),
      async (route, sample) => {
        const call = without.get(route.permission as string) as Call;
        const answers = [await send(call, route, sample), await send(call, route, sample, { query: { unknown: "1" } })];
        return answers.flatMap((answer) => unless(told(answer) === "403 forbidden", told(answer)));
      },
    );
  });

  test("lets each role do what the role holds, and nothing else", async () => {
    const members = new Map<Role, Call>();
    for (const role of roles) members.set(role, (await w.app.member(role)).call);
    await everyRoute(
      (route) => route.audience.includes("member"),
      async (route, sample) => {
        const wrong: string[] = [];
        for (const [role, call] of members) {
          const held = permissionsOf(role, false);
          const may = route.permission === null || held === "all" || held.has(route.permission);
          // Whoever may is told of the unknown parameter, and nothing happens.
          const code = told(await send(call, route, sample, { query: { unknown: "1" } }));
          wrong.push(...unless(code === (may ? "400 validation_failed" : "403 forbidden"), `${role} got ${code}`));
        }
        return wrong;
      },
    );
  }, 60_000);

  test("shows a visitor nothing of another visitor", async () => {
    const ownersIds = new Set<string>();
    await everyRoute(
      (route) => route.own === true && route.params !== undefined,
      async (route, sample) => {
        ownersIds.add(sample.params?.id ?? "");
        const answer = await send(w.b.call, route, sample);
        return unless(told(answer) === "404 not_found", told(answer));
      },
    );
    await everyRoute(
      (route) => route.own === true && route.params === undefined,
      async (route, sample) => {
        const [mine, others] = await Promise.all([send(w.a.call, route, sample), send(w.b.call, route, sample)]);
        const [a, b] = [idsIn(mine.body), idsIn(others.body)];
        return [
          ...unless(a.size > 0 && b.size > 0, "there was nothing to compare"),
          ...[...b].filter((id) => a.has(id) && !shared(id)).map((id) => `B was shown ${id}`),
        ];
      },
    );
    expect(ownersIds.size).toBeGreaterThan(5);
  });

  test("knows nothing of what belongs to another tenant", async () => {
    const calls: Record<string, Call> = { ...w.rival };
    const rivals = (route: Route) =>
      kinds.filter((kind) => route.audience.includes(kind)).map((kind) => calls[kind] as Call);
    await everyRoute(
      (route) => !isOpen(route) && route.params !== undefined,
      async (route, sample) => {
        const answers = await Promise.all(rivals(route).map((call) => send(call, route, sample)));
        return answers.flatMap((answer) => unless(told(answer) === "404 not_found", told(answer)));
      },
    );
    await everyRoute(
      (route) => route.method === "get" && !isOpen(route) && route.params === undefined,
      async (route, sample) => {
        const ours = idsIn((await send(firstOf(route, sample), route, sample)).body);
        const answers = await Promise.all(rivals(route).map((call) => send(call, route, sample)));
        return answers.flatMap(({ body }) => [...idsIn(body)].filter((id) => ours.has(id)).map((id) => `shown ${id}`));
      },
    );
    await everyRoute(
      (route) => route.params === undefined && idsIn(keptOf(route).body ?? {}).size > 0,
      async (route, sample) => {
        const answers = await Promise.all(rivals(route).map((call) => send(call, route, sample)));
        return answers.flatMap((answer) => unless(answer.status === 400 || nothingDone(answer), told(answer)));
      },
    );
  });

  test("takes an id of another kind, of nothing, or no id at all for something that is not there", async () => {
    await everyRoute(
      (route) => route.params !== undefined,
      async (route, sample) => {
        const [name, good] = Object.entries(sample.params ?? {})[0] as [string, string];
        const body = good.slice(good.indexOf("_") + 1);
        const bad = isOpen(route)
          ? [forged(good), "x", good.replace(".", "-test.")]
          : [
              `zzz_${body}`,
              good.replace(/_.*/, "_00000000000000000000"),
              "x",
              "\u0000",
              "'; --",
              `${good}${"0".repeat(400)}`,
            ];
        const answers = await Promise.all(
          bad.map((value) => send(firstOf(route, sample), route, sample, { params: { [name]: value } })),
        );
        return answers.flatMap((answer, index) =>
          unless(told(answer) === "404 not_found", `${bad[index]}: ${told(answer)}`),
        );
      },
    );
  });

  test("opens by a link of its own purpose alone", async () => {
    const linked = w.routes.filter((route) => route.link !== undefined);
    await everyRoute(
      (route) => linked.includes(route),
      async (route, sample) => {
        const others = linked.filter((other) => other.link !== route.link).map((other) => keptOf(other).params ?? {});
        const answers = await Promise.all(others.map((params) => send(w.app.anyone, route, sample, { params })));
        return answers.flatMap((answer) => unless(told(answer) === "404 not_found", told(answer)));
      },
    );
  });

  test("refuses unknown fields and parameters, and points at them", async () => {
    await everyRoute(any, async (route, sample) => {
      const call = firstOf(route, sample);
      const query = await send(call, route, sample, { query: { ...sample.query, unknown: "1" } });
      const wrong = unless(query.status === 400 && pointers(query).includes("query /unknown"), `query: ${told(query)}`);
      if (!route.body) return wrong;
      const body = await send(call, route, sample, { body: { ...(sample.body as object), unknown: 1 } });
      const fine = body.status === 400 && pointers(body).includes("body /unknown");
      return [...wrong, ...unless(fine, `body: ${told(body)}`)];
    });
  });

  test("refuses a body of another type, and points at every field that is", async () => {
    await everyRoute(
      (route) => route.body !== undefined,
      async (route, sample) => {
        const call = firstOf(route, sample);
        const schema = w.shapes.operations.get(route.id)?.body as Schema;
        const wrong: string[] = [];
        const ask = async (body: unknown, pointer: string) => {
          const answer = await send(call, route, sample, { body });
          const pointed = pointers(answer).some((found) => found.startsWith(`body ${pointer}`));
          wrong.push(
            ...unless(answer.status === 400 && pointed, `${JSON.stringify(body).slice(0, 200)}: ${told(answer)}`),
          );
        };
        for (const body of [[], "text", 1, true, null]) await ask(body, "");
        const good = sample.body as Record<string, unknown>;
        for (const [field, shape] of Object.entries(schema.properties ?? {})) {
          const values = [{}, [], [[]], "", 1.5, true, null, { unknown: 1 }];
          for (const value of values) {
            if (w.shapes.misfits(shape, value).length > 0) await ask({ ...good, [field]: value }, `/${field}`);
          }
        }
        for (const field of schema.required ?? []) {
          const { [field]: _, ...rest } = good;
          await ask(rest, `/${field}`);
        }
        return wrong;
      },
    );
  }, 60_000);

  test("refuses pages that cannot be, and cursors that it did not issue", async () => {
    await everyRoute(
      (route) => "limit" in (w.shapes.operations.get(route.id)?.query ?? {}),
      async (route, sample) => {
        const bad = {
          limit: ["0", "501", "abc", "1.5", "-1"],
          cursor: ["nonsense", "W10", "WzEsMl0", "x".repeat(401)],
        };
        const wrong: string[] = [];
        for (const [name, values] of Object.entries(bad)) {
          for (const value of values) {
            const answer = await send(firstOf(route, sample), route, sample, { query: { [name]: value } });
            wrong.push(...unless(answer.status === 400, `${name}=${value}: ${told(answer)}`));
          }
        }
        return wrong;
      },
    );
  });

  test("takes JSON alone, where it takes a body", async () => {
    await everyRoute(
      (route) => route.body !== undefined,
      async (route, sample) => {
        const call = firstOf(route, sample);
        const text = new TextEncoder().encode(JSON.stringify(sample.body));
        const type = await send(call, route, sample, { body: text, headers: { "content-type": "text/plain" } });
        const broken = await send(call, route, sample, {
          body: text.slice(0, -1),
          headers: { "content-type": "application/json" },
        });
        return [
          ...unless(told(type) === "415 unsupported_media_type", told(type)),
          ...unless(told(broken) === "400 malformed_body", told(broken)),
        ];
      },
    );
  });
});

/** What is never kept for a replay, because it carries a credential in its cookie. */
const neverKept = ["auth.sign_in", "auth.refresh"];
/** What is a file, and is made anew. */
const filed = ["bookings.export"];

test("every POST that is sent again with its Idempotency-Key happens once and is answered alike", async () => {
  await everyRoute(
    (route) => route.method === "post" && ![...neverKept, ...filed].includes(route.id),
    async (route) => {
      const sample = await sampleOf(route);
      const call = firstOf(route, sample);
      const headers = { ...sample.headers, "idempotency-key": w.name("key") };
      const first = await send(call, route, sample, { headers });
      const before = [await census(w.app.database), await census(w.control)];
      const again = await send(call, route, sample, { headers });
      const after = [await census(w.app.database), await census(w.control)];
      expect(after, route.id).toEqual(before);
      expect(again.body, route.id).toEqual(first.body);
      const other = await sampleOf(route);
      const same =
        JSON.stringify([other.params, bytes(other.body)]) === JSON.stringify([sample.params, bytes(sample.body)]);
      const mismatch = same ? "422 idempotency_mismatch" : told(await send(call, route, other, { headers }));
      return [
        ...unless(first.status < 300, told(first)),
        ...unless(first.headers.get("idempotent-replayed") === null, "the first was a replay"),
        ...unless(again.status === first.status, `then ${told(again)}`),
        ...unless(again.headers.get("idempotent-replayed") === "true", "no Idempotent-Replayed"),
        ...unless(mismatch === "422 idempotency_mismatch", `with another body ${mismatch}`),
      ];
    },
  );
}, 60_000);

test("what carries a credential is never kept for a replay", async () => {
  await everyRoute(
    (route) => neverKept.includes(route.id),
    async (route) => {
      const sample = await sampleOf(route);
      const headers = { ...sample.headers, "idempotency-key": w.name("key") };
      const answers = [
        await send(w.app.anyone, route, sample, { headers }),
        await send(w.app.anyone, route, sample, { headers }),
      ];
      return answers.flatMap((answer) => [
        ...unless(answer.status === 200, told(answer)),
        ...unless(answer.headers.get("idempotent-replayed") === null, "replayed"),
      ]);
    },
  );
});

/** Whether each of many things was refused by itself. */
const nothingDone = ({ body }: Answer): boolean =>
  ((body as { results?: { ok: boolean }[] }).results ?? [{ ok: true }]).every(({ ok }) => !ok);
const bytes = (body: unknown) => (body instanceof Uint8Array ? [...body] : body);
/** Venues and resources are everybody's, in the tenant. */
const shared = (id: string) => /^(ven|res)_/.test(id);

function idsIn(body: unknown): Set<string> {
  return new Set(JSON.stringify(body).match(/\b[a-z]{3}_[0-9A-Za-z]{16,40}\b/g) ?? []);
}
