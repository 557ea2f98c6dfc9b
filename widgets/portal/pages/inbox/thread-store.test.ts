import { expect, it } from "vitest";
import type { Foyer, Message } from "../../../../sdk/index.ts";
import { threadOf } from "./thread-store.ts";

const message = (seq: number, client_msg_id = `c${seq}`) => ({ seq, client_msg_id, text: `text ${seq}` }) as Message;

/** A conversation that answers as the API does, and can be cut off. */
function conversation() {
  const said = [message(1), message(2)];
  let cut = false;
  const list = (_: string, { after = 0 }: { after?: number }) => {
    const data = cut ? [] : said.filter(({ seq }) => seq > after);
    return {
      // biome-ignore lint/suspicious/noThenProperty: a page of the SDK is awaited or walked over.
      then: (done: (page: object) => void) => done({ data, has_more: false, next_cursor: null }),
      async *[Symbol.asyncIterator]() {
        yield* data;
      },
    };
  };
  const create = async (_: string, { client_msg_id }: { client_msg_id: string }) => {
    const own = message(said.length + 1, client_msg_id);
    said.push(own);
    return own;
  };
  const foyer = { messages: { list, create } } as unknown as Foyer;
  return {
    thread: threadOf(foyer, "cnv_1"),
    hears: (...seqs: number[]) => said.push(...seqs.map((seq) => message(seq))),
    cut: (on: boolean) => {
      cut = on;
    },
  };
}

it("loads what was said before its own newest message, however late it hears of it", async () => {
  const { thread, hears, cut } = conversation();
  await thread.load();
  cut(true);
  hears(3, 4);
  thread.send({ kind: "reply", text: "There is a lock.", attachments: [] } as never);
  await new Promise((resolve) => setTimeout(resolve));
  expect(thread.store.get().messages?.map(({ seq }) => seq)).toEqual([1, 2, 5]);
  cut(false);
  await thread.load();
  expect(thread.store.get().messages?.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
});
