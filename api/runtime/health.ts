import type { App } from "../kernel/assemble.ts";

/** Dependency checks of the service, for probes: 200 when all of them pass, else 503. Tells nothing of any tenant. */
export async function health(app: App, version: string, schema: string): Promise<Response> {
  const checks: Record<string, "ok" | "failed"> = {};
  const check = async (name: string, attempt: () => Promise<unknown>) => {
    checks[name] = await attempt().then(
      () => "ok" as const,
      (error: unknown) => {
        app.ports.log("error", "health check failed", { check: name, error: String(error) });
        return "failed" as const;
      },
    );
  };
  await Promise.all([
    check("database", async () => (await app.tenancy.control()).read([{ sql: "select 1", args: [] }])),
    check("files", () => app.ports.files.get("health_check/none")),
  ]);
  const healthy = Object.values(checks).every((state) => state === "ok");
  return Response.json(
    { status: healthy ? "ok" : "failed", version, schema_version: schema, checks },
    { status: healthy ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
