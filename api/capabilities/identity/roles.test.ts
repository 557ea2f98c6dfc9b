import { expect, test } from "vitest";
import { roles } from "../../kernel/index.ts";
import { testApp } from "../../testing/app.ts";
import { allPermissions, listed, permissionsOf, reaches } from "./roles.ts";

test("every role above a viewer may do what a viewer may", () => {
  const viewer = listed(permissionsOf("viewer", false)).filter((permission) => permission !== "analytics:read");
  for (const role of roles) expect(listed(permissionsOf(role, false))).toEqual(expect.arrayContaining(viewer));
  expect(viewer.filter((permission) => permission.endsWith(":write"))).toEqual([]);
});

test("before a temporary password is changed, no role may do anything", () => {
  for (const role of roles) expect(listed(permissionsOf(role, true))).toEqual([]);
});

test("a role reaches its equals and those below", () => {
  expect(reaches("admin", "owner")).toBe(false);
  expect(roles.every((role) => reaches("owner", role) && reaches(role, "viewer"))).toBe(true);
});

test("an admin may do all that any route asks of a member or a secret key", async () => {
  const { app } = await testApp();
  const routes = (await app.capabilities()).flatMap((capability) => capability.routes);
  const asked = routes
    .filter((route) => route.audience.includes("member") || route.audience.includes("secret"))
    .flatMap((route) => route.permission ?? []);
  expect([...new Set(asked)].filter((permission) => !allPermissions.includes(permission))).toEqual([]);
});
