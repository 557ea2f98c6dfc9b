import type { Actor } from "../actor.ts";
import type { Unit } from "./unit.ts";

/** The staging half of a context. */
export function contextOf(unit: Unit) {
  return {
    guard: unit.guard.bind(unit),
    write: unit.write.bind(unit),
    insert: unit.insert.bind(unit),
    update: unit.update.bind(unit),
    expect: unit.expect.bind(unit),
    emit: unit.emit.bind(unit),
    handOver: unit.handOver.bind(unit),
    later: unit.later.bind(unit),
    value: unit.value.bind(unit),
    note: unit.note.bind(unit),
    about: (type: string, id: string) => {
      unit.entity = { type, id };
    },
    identify: (actor: Actor, routing: string) => {
      unit.actor = actor;
      unit.routing = routing;
    },
  };
}
