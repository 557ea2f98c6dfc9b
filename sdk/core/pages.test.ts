import { expect, test } from "vitest";
import { json, problem, serve } from "../testing/server.ts";
import { NotFoundError } from "./errors.ts";
import { engine } from "./request.ts";

const pages = [
  json({ data: [1, 2], has_more: true, next_cursor: "b" }),
  json({ data: [3], has_more: true, next_cursor: "c" }),
  json({ data: [4], has_more: false, next_cursor: null }),
];

test("awaited, a list is its first page, and each page knows the next", async () => {
  const { url, received } = await serve(...pages);
  const first = await engine({ baseUrl: url }).list<number>("/v1/x", { q: "z" });
  expect(first).toMatchObject({ data: [1, 2], has_more: true, next_cursor: "b" });
  expect(received).toHaveLength(1);
  const second = await first.next();
  const third = await second?.next();
  expect([second?.data, third?.data, await third?.next()]).toEqual([[3], [4], undefined]);
  expect(received.map((request) => request.url)).toEqual(["/v1/x?q=z", "/v1/x?q=z&cursor=b", "/v1/x?q=z&cursor=c"]);
});

test("iterated, it is all items, and pages not reached are not fetched", async () => {
  const { url, received } = await serve(...pages);
  const items: number[] = [];
  for await (const item of engine({ baseUrl: url }).list<number>("/v1/x")) items.push(item);
  expect(items).toEqual([1, 2, 3, 4]);
  const again = await serve(...pages);
  for await (const item of engine({ baseUrl: again.url }).list<number>("/v1/x")) if (item === 2) break;
  expect([received.length, again.received.length]).toEqual([3, 1]);
});

test("a list may be continued by another parameter, and fails like any call", async () => {
  const { url, received } = await serve(pages[1]!, problem(404, "not_found"));
  const list = engine({ baseUrl: url }).list<number>("/v1/x", { after: 5 }, undefined, "after");
  const items = list[Symbol.asyncIterator]();
  expect(await items.next()).toEqual({ done: false, value: 3 });
  await expect(items.next()).rejects.toBeInstanceOf(NotFoundError);
  expect(received[1]?.url).toBe("/v1/x?after=c");
});
