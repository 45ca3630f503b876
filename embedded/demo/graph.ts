import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const TIMEOUT_MS = 30_000;
const replySchema = z.object({ data: z.unknown(), errors: z.array(z.object({ message: z.string() })).optional() });

/** The server's own graph over HTTP, as anybody's program uses it. */
export type DemoGraph = <T>(query: string, variables: Record<string, unknown>, data: z.ZodType<T>) => Promise<T>;

/** @param token of a session; null: nobody is logged in. Rejects when the graph answers with an error. */
export function demoGraph(url: string, token: string | null, signal: AbortSignal): DemoGraph {
  return async (query, variables, data) => {
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
    const reply = replySchema.parse(await response.json());
    const [error] = reply.errors ?? [];
    if (error !== undefined) throw new Error(error.message);
    return data.parse(reply.data);
  };
}
