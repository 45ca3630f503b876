import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const TIMEOUT_MS = 30_000;
/** How often an operation is sent again that may be: a busy server, or one that has been asked too often. */
const MAX_TRIES = 20;
const LEAST_WAIT_SECONDS = 1;
const replySchema = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ retry: z.boolean() }).partial().optional() })).optional(),
});

/** The server's own graph over HTTP, as anybody's program uses it. */
export type DemoGraph = <T>(query: string, variables: Record<string, unknown>, data: z.ZodType<T>) => Promise<T>;

/** @param token of a session; null: nobody is logged in. Sends again what may be; rejects when the graph answers with another error. */
export function demoGraph(url: string, token: string | null, signal: AbortSignal): DemoGraph {
  const ask = async (
    query: string,
    variables: Record<string, unknown>,
  ): Promise<{ reply: z.infer<typeof replySchema>; waitSeconds: number }> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-request-id': `demo-${randomUUID()}`,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const waitSeconds = Math.max(LEAST_WAIT_SECONDS, Number(response.headers.get('retry-after') ?? 0));
    return { reply: replySchema.parse(await response.json()), waitSeconds };
  };
  return async (query, variables, data) => {
    for (let tries = 1; ; tries++) {
      const { reply, waitSeconds } = await ask(query, variables);
      const [error] = reply.errors ?? [];
      if (error === undefined) return data.parse(reply.data);
      if (error.extensions?.retry !== true || tries >= MAX_TRIES) throw new Error(error.message);
      await wait(waitSeconds * 1_000, undefined, { signal });
    }
  };
}
