import { describe, expect, test } from "vitest";
import { hashPassword, passwordProblem, verifyPassword } from "./password.ts";

describe("hashing", () => {
  test("the right password fits, others do not", async () => {
    const hash = await hashPassword("Correct-horse-9");
    expect(hash).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword(hash, "Correct-horse-9")).toEqual({ ok: true, outdated: false });
    expect(await verifyPassword(hash, "correct-horse-9")).toEqual({ ok: false, outdated: false });
    expect(await hashPassword("Correct-horse-9")).not.toBe(hash);
  });

  test("composed and decomposed letters are one password", async () => {
    expect((await verifyPassword(await hashPassword("Caf\u00e9-9999"), "Cafe\u0301-9999")).ok).toBe(true);
  });

  test("a hash of another cost still fits and says it is outdated", async () => {
    // RFC 7914, section 12: scrypt("pleaseletmein", "SodiumChloride", N 16384, r 8, p 1), cut to 32 bytes.
    const salt = Buffer.from("SodiumChloride").toString("base64").replace(/=+$/, "");
    const key = Buffer.from("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2", "hex");
    const hash = `$scrypt$ln=14,r=8,p=1$${salt}$${key.toString("base64").replace(/=+$/, "")}`;
    expect(await verifyPassword(hash, "pleaseletmein")).toEqual({ ok: true, outdated: true });
    expect(await verifyPassword(hash, "pleaseletmeout")).toEqual({ ok: false, outdated: false });
  });

  test("a damaged or greedy hash fits nothing", async () => {
    const hash = await hashPassword("Correct-horse-9");
    for (const bad of ["", "$2b$10$abc", hash.slice(0, -1), hash.replace("ln=14", "ln=31"), hash.replace("p=5", "p=0")])
      expect(await verifyPassword(bad, "Correct-horse-9"), bad).toEqual({ ok: false, outdated: false });
    expect((await verifyPassword(hash, "x".repeat(1_000_000))).ok).toBe(false);
  });
});

test("passwordProblem names the first thing missing", () => {
  for (const fine of ["Abcdef1!", "Ünïcode-٣-ok", `Aa1!${"x".repeat(252)}`, "A b c 1 + d"])
    expect(passwordProblem(fine), fine).toBeUndefined();
  expect(passwordProblem("Abc1!")).toContain("8 characters");
  expect(passwordProblem("👍👍Aa1!")).toContain("8 characters");
  expect(passwordProblem("abcdef1!")).toContain("upper-case");
  expect(passwordProblem("ABCDEF1!")).toContain("lower-case");
  expect(passwordProblem("Abcdefg!")).toContain("digit");
  expect(passwordProblem("Abcdefg1")).toContain("symbol");
  expect(passwordProblem(`Aa1!${"x".repeat(253)}`)).toContain("256");
});
