import { type Answer, type Call, Calling } from "./call.ts";

/** The body of a list operation. */
export interface ListBody<T> {
  data: T[];
  has_more: boolean;
  next_cursor?: string | null;
}

/** One page of a list. */
export interface Page<T> extends ListBody<T> {
  /** The page after this one, or undefined at the end. */
  next(): Promise<Page<T> | undefined>;
}

/** A list: await it for its first page, or iterate over all items; pages are fetched as they are reached. */
export interface Pages<T> extends Call<Page<T>>, AsyncIterable<T> {}

/** The promise that is a list. `more` asks for the page behind a cursor. */
export class Paging<T> extends Calling<Page<T>> implements Pages<T> {
  constructor(first: Promise<Answer<ListBody<T>>>, more: (cursor: string) => Pages<T>) {
    super(
      first.then((answer) => {
        const { has_more, next_cursor } = answer.data;
        const next = async () => (has_more && next_cursor ? await more(next_cursor) : undefined);
        return { ...answer, data: { ...answer.data, next } };
      }),
    );
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (let page: Page<T> | undefined = await this; page; page = await page.next()) yield* page.data;
  }
}
