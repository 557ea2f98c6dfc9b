/** The part of workerd's own module that we use. Its full types would redefine the web's for every other file. */
declare module "cloudflare:workers" {
  import type { DurableObjectState } from "@cloudflare/workers-types";

  export abstract class DurableObject<E> {
    protected readonly ctx: DurableObjectState;
    protected readonly env: E;
    constructor(ctx: DurableObjectState, env: E);
  }

  /** Lets work go on after the response was sent. */
  export function waitUntil(promise: Promise<unknown>): void;
}
