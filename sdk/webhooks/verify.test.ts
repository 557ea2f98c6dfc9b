import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import {
  verify,
  WebhookHeadersError,
  WebhookSignatureError,
  WebhookTimestampError,
  WebhookVerificationError,
} from "./verify.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const old = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const payload = JSON.stringify({ id: "evt_1", seq: 1, type: "booking.created", data: { name: "Žofie" } });

/** The headers the reference implementation signs with. */
function sign(options: { with?: string; at?: Date; payload?: string } = {}) {
  const at = options.at ?? new Date();
  const signature = new Webhook(options.with ?? secret).sign("evt_1", at, options.payload ?? payload);
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return { "webhook-id": "evt_1", "webhook-timestamp": timestamp, "webhook-signature": signature };
}

describe("believes", () => {
  test("a delivery signed by the reference implementation, whatever form it comes in", async () => {
    const headers = sign();
    const bytes = new TextEncoder().encode(payload);
    const loud = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]));
    for (const form of [payload, bytes, bytes.buffer, Buffer.from(payload)]) {
      expect(await verify(form, headers, secret)).toEqual(JSON.parse(payload));
    }
    expect((await verify(payload, new Headers(headers), secret)).type).toBe("booking.created");
    expect((await verify(payload, loud, secret)).seq).toBe(1);
  });

  test("either secret during rotation, on both sides", async () => {
    expect(await verify(payload, sign({ with: old }), [secret, old])).toBeTruthy();
    const both = `v1a,xyz ${sign({ with: old })["webhook-signature"]} ${sign()["webhook-signature"]}`;
    expect(await verify(payload, { ...sign(), "webhook-signature": both }, secret)).toBeTruthy();
  });

  test("a late delivery within the given tolerance", async () => {
    const headers = sign({ at: new Date(Date.now() - 3_600_000) });
    expect(await verify(payload, headers, secret, { tolerance: 4000 })).toBeTruthy();
  });
});

describe("refuses", () => {
  test("missing headers", async () => {
    for (const name of Object.keys(sign())) {
      const headers = { ...sign(), [name]: undefined };
      await expect(verify(payload, headers, secret)).rejects.toBeInstanceOf(WebhookHeadersError);
    }
  });

  test("what was signed long ago, in the future, or at no time", async () => {
    for (const drift of [-301_000, 302_000]) {
      const headers = sign({ at: new Date(Date.now() + drift) });
      await expect(verify(payload, headers, secret)).rejects.toBeInstanceOf(WebhookTimestampError);
    }
    const headers = { ...sign(), "webhook-timestamp": "soon" };
    await expect(verify(payload, headers, secret)).rejects.toBeInstanceOf(WebhookTimestampError);
  });

  test("another secret, id, time or body", async () => {
    const headers = sign();
    const tries: [string, Record<string, string>, string][] = [
      [payload, headers, old],
      [`${payload} `, headers, secret],
      [payload, { ...headers, "webhook-id": "evt_2" }, secret],
      [payload, { ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) - 1) }, secret],
      [payload, { ...headers, "webhook-signature": headers["webhook-signature"].replace("v1,", "v2,") }, secret],
      [payload, { ...headers, "webhook-signature": "v1,not base64" }, secret],
    ];
    for (const args of tries) await expect(verify(...args)).rejects.toBeInstanceOf(WebhookSignatureError);
  });

  test("to work with a secret that is none", async () => {
    await expect(verify(payload, sign(), "whsec_")).rejects.not.toBeInstanceOf(WebhookVerificationError);
    await expect(verify(payload, sign(), [])).rejects.toBeInstanceOf(WebhookSignatureError);
  });
});
