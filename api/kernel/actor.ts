/** Who is asking. Every request, job and event carries one. */
export type Actor =
  | {
      kind: "member";
      id: string;
      name: string;
      account_id: string;
      session_id: string;
      role: Role;
      permissions: Permissions;
    }
  | { kind: "secret"; id: string; name: string; permissions: Permissions }
  | {
      kind: "publishable";
      id: string;
      name: string;
      origins: readonly string[];
      venue_id: string | null;
      permissions: Permissions;
    }
  | {
      kind: "visitor";
      id: string;
      name: string;
      contact_id: string | null;
      origins: readonly string[];
      venue_id: string | null;
      permissions: Permissions;
    }
  | { kind: "system"; id: string; name: string; permissions: Permissions }
  | { kind: "public"; id: string; name: string; permissions: Permissions };

export type ActorKind = Actor["kind"];

/** Kinds a route may admit. `public` means no credential at all. */
export type Audience = Exclude<ActorKind, "system">;

/** `area:verb` strings that a caller holds; `all` holds every one. */
export type Permissions = ReadonlySet<string> | "all";

export const roles = ["owner", "admin", "team_lead", "user", "developer", "viewer"] as const;
export type Role = (typeof roles)[number];

export const system: Actor = { kind: "system", id: "system", name: "Foyer", permissions: "all" };
export const stranger: Actor = { kind: "public", id: "public", name: "", permissions: new Set() };

export function allows(actor: Actor, permission: string): boolean {
  return actor.permissions === "all" || actor.permissions.has(permission);
}

/** The two kinds that live in other people's pages, each confined to the origins of its key. */
export function boundToOrigins(actor: Actor): readonly string[] | undefined {
  return actor.kind === "publishable" || actor.kind === "visitor" ? actor.origins : undefined;
}
