import { z } from 'zod';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { waitFor } from '../wait.ts';

const REQUEST_TIMEOUT_MS = 60_000;
/** How long a part of the server that is away for the moment is waited for. */
const AWAY_PATIENCE = { first: 250, longest: 2_000, total: 20_000 };

const replySchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z
          .object({ code: z.string().optional(), todo: z.string().optional(), retry: z.boolean().optional() })
          .loose()
          .optional(),
      }),
    )
    .optional(),
});

interface Credentials {
  /** Proves that we are the operating-system user who owns the data folder; lifts the limit to the allowed folder roots. */
  ownerKey: string;
  token: string | null;
  /** Logs in anew: tokens work for half an hour, and some commands take longer. */
  renew?: () => Promise<string>;
}

/** The graph over HTTP, as any other program would use it. */
export class GraphClient {
  readonly #url: string;
  #credentials: Credentials;

  constructor(url: string, credentials: Credentials) {
    this.#url = url;
    this.#credentials = credentials;
  }

  /** What the server knows us by, for other doors than this one. */
  get token(): string | null {
    return this.#credentials.token;
  }

  withToken(token: string, renew?: () => Promise<string>): GraphClient {
    return new GraphClient(this.#url, { ...this.#credentials, token, ...(renew === undefined ? {} : { renew }) });
  }

  /**
   * Sends one operation and parses what comes back. A query that the server asks to repeat is repeated for a while; a mutation never is.
   * @param data the shape of `data`; a reply of another shape is a failure, never passed on
   * @throws Failure UNREACHABLE when no server answers, UNAUTHENTICATED when it does not know us, FAILED for any other error
   */
  async request<T>(query: string, variables: Record<string, unknown>, data: z.ZodType<T>): Promise<T> {
    const reply = await this.#replyTo({ query, variables });
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

  async #replyTo(body: { query: string; variables: Record<string, unknown> }) {
    const ask = async () => replySchema.safeParse(await this.#post(body));
    const first = await this.#renewed(await ask(), ask);
    if (!asksToRepeat(first.data) || body.query.trimStart().startsWith('mutation')) return first;
    let last = first;
    await waitFor(async () => {
      last = await ask();
      return asksToRepeat(last.data) ? null : true;
    }, AWAY_PATIENCE);
    return last;
  }

  /** The reply, or that to the same request with a fresh token: nothing was done for the one that works no longer. */
  async #renewed<T extends z.ZodSafeParseResult<z.infer<typeof replySchema>>>(reply: T, again: () => Promise<T>): Promise<T> {
    const { token, renew } = this.#credentials;
    if (token === null || renew === undefined || reply.data?.errors?.[0]?.extensions?.code !== 'UNAUTHENTICATED') return reply;
    this.#credentials = { ...this.#credentials, token: await renew() };
    return again();
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

function asksToRepeat(reply: z.infer<typeof replySchema> | undefined): boolean {
  return reply?.errors?.[0]?.extensions?.retry === true;
}
