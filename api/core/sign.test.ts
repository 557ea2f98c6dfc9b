import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { fromBase64, hmac, newWebhookSecret, signWebhook, toBase64, toBase64url, toHex } from "./sign.ts";

test("HMAC-SHA256 of RFC 4231, case 2", () => {
  const expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  expect(toHex(hmac("Jefe", "what do ya want for nothing?"))).toBe(expected);
  expect(toHex(hmac(new TextEncoder().encode("Jefe"), "what do ya want for nothing?"))).toBe(expected);
});

describe("base64", () => {
  test("both alphabets read back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(fromBase64(toBase64url(bytes))).toEqual(bytes);
        expect(toBase64url(bytes)).not.toMatch(/[+/=]/);
      }),
    );
    expect(toBase64(new Uint8Array([251, 255]))).toBe("+/8=");
    expect(toBase64url(new Uint8Array([9, 251, 255]).subarray(1))).toBe("-_8");
  });

  test("other text is refused", () => {
    for (const text of ["a b", "a=b", "ü", "AAA\n"]) expect(fromBase64(text), text).toBeUndefined();
  });
});

describe("webhook signatures", () => {
  test("are accepted by the reference implementation, and only for what was signed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const secret = newWebhookSecret();
        const [id, seconds, body] = ["evt_1", Math.floor(Date.now() / 1000), JSON.stringify({ text })];
        const headers = (id: string) => ({
          "webhook-id": id,
          "webhook-timestamp": String(seconds),
          "webhook-signature": signWebhook(secret, "evt_1", seconds, body),
        });
        expect(new Webhook(secret).verify(body, headers(id))).toEqual({ text });
        expect(() => new Webhook(secret).verify(`${body} `, headers(id))).toThrow();
        expect(() => new Webhook(secret).verify(body, headers("evt_2"))).toThrow();
      }),
      { numRuns: 30 },
    );
  });

  test("the specification's own example", () => {
    const signature = signWebhook(
      "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      "msg_p5jXN8AQM9LWM0D4loKWxJek",
      1614265330,
      '{"test": 2432232314}',
    );
    expect(signature).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  });

  test("a secret of another form is refused", () => {
    for (const secret of ["", "whsec_", "MfKQ9r8G", "whsec_not base64"])
      expect(() => signWebhook(secret, "evt_1", 1, "{}"), secret).toThrow(RangeError);
  });
});
