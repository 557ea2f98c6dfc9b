import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { onTestFinished } from "vitest";
import { WebSocketServer } from "ws";
import { hang, json, problem, type Reply, serve } from "./server.ts";

/** What {@link probe} finds at {@link probed}, whatever runs it. */
export const expected = { items: ["tkt_1", "tkt_2"], late: "TimeoutError", created: { key: true }, events: [1, 2, 3] };

/** An API that fails once, answers late and cuts the line; `page` is what it shows at its root. */
export async function probed(page = ""): Promise<string> {
  const lists = [
    problem(503, "down"),
    json({ data: [{ id: "tkt_1" }], has_more: true, next_cursor: "b" }),
    json({ data: [{ id: "tkt_2" }], has_more: false, next_cursor: null }),
  ];
  const answers: Record<string, (request: Parameters<Reply>[0]) => Reply | undefined> = {
    "/": () => (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end(page),
    "/v1/tickets": ({ method, headers }) =>
      method === "POST" ? json({ key: /^[0-9a-f]{32}$/.test(String(headers["idempotency-key"])) }, 201) : lists.shift(),
    "/v1/tickets/late": () => hang,
  };
  const { url, server } = await serve((request, response) => {
    const reply = answers[request.url.split("?")[0]!]?.(request) ?? problem(404, "not_found");
    reply(request, response);
  });
  const sockets = new WebSocketServer({ server, path: "/v1/live", handleProtocols: () => "foyer.v1" });
  onTestFinished(() => sockets.close());
  sockets.on("connection", (peer) =>
    peer.once("message", (data) => {
      const { after } = JSON.parse(String(data)) as { after: number };
      for (const seq of [after + 1, after + 2]) peer.send(JSON.stringify({ type: "event", event: { seq } }));
      peer.send(JSON.stringify({ type: "ready", seq: after + 2 }));
      if (after === 0) setTimeout(() => peer.terminate(), 20);
    }),
  );
  return url;
}

/** A program around the probe, as one module. */
export async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { probe } from "./probe.ts";\n${program}`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return outputFiles[0]!.text;
}
