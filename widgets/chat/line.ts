/** A chunk of its own: a page whose visitor never opens the chat has no use for it. */
export { live } from "@foyer/sdk/engine";
