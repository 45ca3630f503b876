import { z } from 'zod';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';

const REQUEST_TIMEOUT_MS = 60_000;

const replySchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string().optional(), todo: z.string().optional() }).loose().optional(),
      }),
    )
    .optional(),
});

interface Credentials {
  /** Proves that we are the operating-system user who owns the data folder; lifts the limit to the allowed folder roots. */
  ownerKey: string;
  token: string | null;
}

/** The graph over HTTP, as any other program would use it. */
export class GraphClient {
  readonly #url: string;
  readonly #credentials: Credentials;

  constructor(url: string, credentials: Credentials) {
    this.#url = url;
    this.#credentials = credentials;
  }

  /** What the server knows us by, for other doors than this one. */
  get token(): string | null {
    return this.#credentials.token;
  }

  withToken(token: string): GraphClient {
    return new GraphClient(this.#url, { ...this.#credentials, token });
  }

  /**
   * Sends one operation and parses what comes back.
   * @param data the shape of `data`; a reply of another shape is a failure, never passed on
   * @throws Failure UNREACHABLE when no server answers, UNAUTHENTICATED when it does not know us, FAILED for any other error
   */
  async request<T>(query: string, variables: Record<string, unknown>, data: z.ZodType<T>): Promise<T> {
    const reply = replySchema.safeParse(await this.#post({ query, variables }));
    if (!reply.success)
      throw new Failure(EXIT.FAILED, `${this.#url} did not answer as a GraphQL server does. Does another program use this port?`);
    const [error] = reply.data.errors ?? [];
    if (error !== undefined) {
      const { code, todo } = error.extensions ?? {};
      const advice = [todo, code === undefined ? undefined : `(${code})`].filter((part) => part !== undefined).join(' ');
      throw new Failure(
        code === 'UNAUTHENTICATED' ? EXIT.UNAUTHENTICATED : EXIT.FAILED,
        advice === '' ? error.message : `${error.message}\n  ${advice}`,
      );
    }
    const parsed = data.safeParse(reply.data.data);
    if (!parsed.success) {
      throw new Failure(
        EXIT.FAILED,
        `the server's reply has another shape than this command knows; restart the server after an update (\`npx autonomos stop\`).\n${z.prettifyError(parsed.error)}`,
      );
    }
    return parsed.data;
  }

  async #post(body: unknown): Promise<unknown> {
    const { ownerKey, token } = this.#credentials;
    try {
      const response = await fetch(new URL('/graphql', this.#url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'x-autonomos-local-key': ownerKey,
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
      return await response.json();
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      const cause =
        error instanceof Error && error.cause instanceof Error
          ? error.cause.message
          : error instanceof Error
            ? error.message
            : String(error);
      throw new Failure(EXIT.UNREACHABLE, `the server at ${this.#url} does not answer (${cause}).`);
    }
  }
}
