import { expect, it, vi } from "vitest";
import { createStore } from "./store.ts";

it("tells listeners about other values, and only about those", () => {
  const store = createStore({ count: 1, name: "a" });
  const heard = vi.fn();
  const stop = store.subscribe(heard);
  store.set({ count: 1 });
  expect(heard).not.toHaveBeenCalled();
  store.set(({ count }) => ({ count: count + 1 }));
  expect(store.get()).toEqual({ count: 2, name: "a" });
  expect(heard).toHaveBeenCalledOnce();
  stop();
  store.set({ count: 3 });
  expect(heard).toHaveBeenCalledOnce();
});

it("never changes a value someone holds", () => {
  const store = createStore({ items: ["a"] });
  const before = store.get();
  store.set({ items: ["b"] });
  expect(before).toEqual({ items: ["a"] });
});
