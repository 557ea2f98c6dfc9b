import { expect, test } from "vitest";
import { testApp } from "../../testing/app.ts";
import { sniff } from "./sniff.ts";

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const text = (value: string) => new TextEncoder().encode(value);

test("a file goes up, is known by its content, and comes down by a link that runs out", async () => {
  const app = await testApp();
  const visitor = await app.visitor();
  const { status, body } = await visitor.call("post", "/media", png, {
    "content-type": "text/html",
    "foyer-filename": "..%2F..%2Fetc%2Fshot.png",
  });
  expect([status, body.type, body.size, body.name]).toEqual([201, "image/png", 11, "shot.png"]);
  const path = (body.url as string).split("/v1")[1] as string;
  const down = await app.anyone("get", path);
  expect(down.status).toBe(200);
  expect(down.headers.get("content-type")).toBe("image/png");
  expect(down.headers.get("content-security-policy")).toContain("sandbox");
  expect((await app.anyone("get", path.replace(/.$/, "~"))).status).toBe(404);
  app.clock.advance("3h");
  expect((await app.anyone("get", path)).status).toBe(404);
  expect(await app.events()).toEqual(["media.uploaded"]);
});

test("a page in disguise is stored as text and served as a download, never as a page", async () => {
  const app = await testApp();
  const staff = await app.as();
  const { body } = await staff("post", "/media", text("<html><script>alert(1)</script>"), {
    "content-type": "image/png",
  });
  expect(body.type).toBe("text/plain");
  const down = await app.anyone("get", (body.url as string).split("/v1")[1] as string);
  expect(down.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(down.headers.get("x-content-type-options")).toBe("nosniff");
});

test("what is no file of ours is refused", async () => {
  const app = await testApp();
  const staff = await app.as();
  expect((await staff("post", "/media", new Uint8Array([0x4d, 0x5a, 0, 0, 1]))).body.code).toBe(
    "media_type_not_allowed",
  );
  expect((await staff("post", "/media", new Uint8Array())).status).toBe(400);
  expect((await staff("post", "/media", new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413);
  expect(sniff(text("plain \u00e9"))).toBe("text/plain");
  expect(sniff(new Uint8Array([0xff, 0xfe, 0x41]))).toBeUndefined();
});

test("a visitor uses its own files alone", async () => {
  const app = await testApp();
  const [ada, eve] = [await app.visitor(), await app.visitor()];
  const { body } = await ada.call("post", "/media", png);
  expect((await eve.call("get", `/media/${body.id}`)).status).toBe(404);
  const stolen = await eve.call("post", "/tickets", {
    subject: "s",
    description: "d",
    attachments: [body.id],
    contact: { name: "Eve" },
  });
  expect([stolen.status, stolen.body.errors]).toEqual([
    400,
    [{ in: "body", pointer: "/attachments/0", detail: "There is no such file." }],
  ]);
  const own = await ada.call("post", "/tickets", {
    subject: "s",
    description: "d",
    attachments: [body.id],
    contact: { name: "Ada" },
  });
  expect(own.body.attachments).toMatchObject([{ media_id: body.id, type: "image/png" }]);
});
