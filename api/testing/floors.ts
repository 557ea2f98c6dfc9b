import { type Import, importsOf, readTree, type Tree } from "./imports.ts";

const rooms = ["api", "sdk", "widgets"];

/** Adapters that need Node: the Worker must not reach them. */
const nodeOnly = [
  "database/file.ts",
  "files/disk.ts",
  "mail/smtp.ts",
  "mail/mailbox.ts",
  "outside/node.ts",
  "hub/memory.ts",
];

/** Every import of the repository that goes where it may not, as one sentence each: `file:line imports target: why`. */
export function checkFloors(root: string): string[] {
  return violations(readTree(root, rooms));
}

export function violations(tree: Tree): string[] {
  const imports = [...tree].filter(([file]) => !isExempt(file)).flatMap(([file, text]) => importsOf(file, text));
  const app = tree.get("api/app.ts");
  const order = app === undefined ? undefined : capabilityOrder(app);
  const wrong = imports.flatMap((found) => {
    const why = objection(found, order);
    return why ? [`${found.file}:${found.line} imports ${found.target}: ${why}`] : [];
  });
  return [...wrong, ...workerReach(imports)];
}

/** Tests look at everything, and so do the tools that run them. */
function isExempt(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || /^[a-z]+\/(?:.+\/)?(testing|bench)\//.test(file);
}

/** The capabilities in the order in which `api/app.ts` names them: the order of their floors. */
function capabilityOrder(app: string): string[] {
  return importsOf("api/app.ts", app).flatMap(({ target }) => capabilityOf(target) ?? []);
}

/** What is wrong with an import; `undefined` when nothing is. */
function objection({ file, target, types }: Import, order: string[] | undefined): string | undefined {
  const room = roomOf(file);
  const goal = roomOf(target);
  if (room !== "api") {
    if (goal === "api") return `${room} knows the API only through its specification`;
    return room === "sdk" && goal === "widgets" ? "the SDK stands below the widgets" : undefined;
  }
  if (goal === "sdk" || goal === "widgets") return "the API stands below the SDK and the widgets";

  const floor = floorOf(file);
  if (floor === "runtime" || floor === "scripts") return undefined;
  const capability = capabilityOf(file);
  if (capability) return capabilityObjection(capability, target, types, order);
  const allowed = floors[floor];
  if (!allowed) return `no rule covers ${floor}`;
  return allowed(target, types) ? undefined : `${floor} may not know it`;
}

/** What each floor below the capabilities, and `app.ts` above them, may import. */
const floors: Record<string, (target: string, types: boolean) => boolean> = {
  core: (target) => on(target, "core") || target === "node:crypto",
  ports: (target) => on(target, "core", "ports"),
  kernel: (target) =>
    on(target, "core", "ports", "kernel") ||
    target === "node:crypto" ||
    isPackage(target, "hono", "@hono/zod-openapi", "drizzle-orm"),
  adapters: (target) => on(target, "core", "ports", "adapters") || goalIsOutside(target),
  "app.ts": (target, types) =>
    on(target, "core", "ports", "kernel", "capabilities") || (types && goalIsOutside(target)),
};

function capabilityObjection(own: string, target: string, types: boolean, order: string[] | undefined) {
  const other = capabilityOf(target);
  if (other === own || on(target, "core") || target === "api/kernel/index.ts") return undefined;
  if (isPackage(target, "drizzle-orm", "zod", "jose", "ical.js")) return undefined;
  if (on(target, "kernel")) return "a capability knows the kernel through its index.ts";
  if (on(target, "ports")) return types ? undefined : "a capability knows the ports as types only";
  if (!other) return "a capability may not know it";
  if (target !== `api/capabilities/${other}/index.ts`) return "capabilities know each other through their index.ts";
  if (!order) return undefined;
  if (!order.includes(own)) return `${own} is not listed in api/app.ts`;
  const earlier = order.slice(0, order.indexOf(own));
  return earlier.includes(other) ? undefined : `${other} does not stand before ${own} in api/app.ts`;
}

/** Node-only adapters that the Worker's bundle would contain, with the way to each. */
function workerReach(imports: readonly Import[]): string[] {
  const entry = "api/runtime/worker.ts";
  const ways = new Map([[entry, entry]]);
  for (const [file, way] of ways) {
    for (const { target, types } of imports.filter((found) => found.file === file)) {
      if (!types && !ways.has(target)) ways.set(target, `${way} → ${target}`);
    }
  }
  return nodeOnly.flatMap((name) => {
    const way = ways.get(`api/adapters/${name}`);
    return way ? [`${entry} reaches a Node-only adapter: ${way}`] : [];
  });
}

function roomOf(path: string): string | undefined {
  const room = path.startsWith("@foyer/") ? path.split("/")[1] : path.split("/")[0];
  return rooms.find((name) => name === room);
}

/** `core`, `kernel`, … for a path in the API; the file's own name when it stands beside the floors. */
function floorOf(path: string): string {
  return path.split("/")[1] ?? "";
}

function on(target: string, ...names: string[]): boolean {
  return roomOf(target) === "api" && names.includes(floorOf(target));
}

function goalIsOutside(target: string): boolean {
  return roomOf(target) === undefined;
}

function isPackage(target: string, ...names: string[]): boolean {
  return names.some((name) => target === name || target.startsWith(`${name}/`));
}

function capabilityOf(path: string): string | undefined {
  return /^api\/capabilities\/([^/]+)\//.exec(path)?.[1];
}
