import { createServer } from "node:net";

/** The first of `count` ports in a row that nobody listens on, below those that the system hands out. */
export async function freePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const first = 20_000 + Math.floor(Math.random() * 12_000);
    if (await areFree(first, count)) return first;
  }
  throw new Error("no free ports");
}

/** Whether nobody listens on any of `count` ports from the first. */
export async function areFree(first: number, count: number): Promise<boolean> {
  const ports = Array.from({ length: count }, (_, index) => first + index);
  return (await Promise.all(ports.map(isFree))).every(Boolean);
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
