/** A call under way: await it for the data, or ask for the HTTP response as well. */
export interface Call<T> extends Promise<T> {
  /** The data and the response with its status and headers (`ETag`, `Idempotent-Replayed`, `RateLimit`). */
  withResponse(): Promise<{ data: T; response: Response }>;
  /** The response alone, its body unread. */
  asResponse(): Promise<Response>;
}

/** What came back for one call. `text` is the body where it was read, undefined where it is left to the caller. */
export interface Answer<T> {
  data: T;
  response: Response;
  text?: string;
}

/** The promise that is a {@link Call}. */
export class Calling<T> extends Promise<T> implements Call<T> {
  readonly #answer: Promise<Answer<T>>;

  /** What `catch` and `finally` return is a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  constructor(answer: Promise<Answer<T>>) {
    super((resolve) => resolve(undefined as never));
    this.#answer = answer;
  }

  // biome-ignore lint/suspicious/noThenProperty: this is a promise.
  override then<A = T, B = never>(
    done?: ((data: T) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answer.then((answer) => answer.data).then(done, failed);
  }

  withResponse(): Promise<{ data: T; response: Response }> {
    return this.#answer.then(({ data, response }) => ({ data, response }));
  }

  asResponse(): Promise<Response> {
    return this.#answer.then(({ response, text }) =>
      text === undefined ? response : new Response(text || null, response),
    );
  }
}
