import { event } from "../../kernel/index.ts";
import { Pool, Shift, Unit, VenueMember } from "./shapes.ts";

export const poolCreated = event("pool.created", "A pool of alike things or people was made.", Pool);
export const poolUpdated = event("pool.updated", "A pool's details changed.", Pool);
export const poolDeleted = event("pool.deleted", "A pool was deleted, and its units with it.", Pool);
export const unitCreated = event("unit.created", "A thing or person joined a pool.", Unit);
export const unitUpdated = event("unit.updated", "A unit's details or status changed.", Unit);
export const unitDeleted = event("unit.deleted", "A unit left its pool.", Unit);
export const venueMemberCreated = event("venue_member.created", "A member works at a venue from now on.", VenueMember);
export const venueMemberDeleted = event("venue_member.deleted", "A member no longer works at a venue.", VenueMember);
export const shiftCreated = event("shift.created", "A shift was planned.", Shift);
export const shiftUpdated = event("shift.updated", "A shift was moved, or changed otherwise.", Shift);
export const shiftDeleted = event("shift.deleted", "A shift was taken off the plan.", Shift);
