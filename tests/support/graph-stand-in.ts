import { createServer, type IncomingHttpHeaders } from 'node:http';
import { json } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const request = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });

export interface Received {
  operation: string;
  variables: Record<string, unknown>;
  headers: IncomingHttpHeaders;
}

/** Answers one operation, by its name; what it returns becomes the whole reply. */
export type Answers = Readonly<Record<string, (variables: Record<string, unknown>) => { data?: unknown; errors?: unknown[] }>>;

/**
 * A server that speaks the wire format of ours and knows only the given replies, to try the command line against replies
 * that a good server gives rarely. The journeys try it against the real one.
 */
export async function graphStandIn(answers: Answers): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((incoming, reply) => {
    if (incoming.url === '/health/ready') {
      reply.writeHead(200).end();
      return;
    }
    void json(incoming).then((body) => {
      const { query, variables } = request.parse(body);
      const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
      received.push({ operation, variables, headers: incoming.headers });
      const answer = answers[operation]?.(variables) ?? { errors: [{ message: `no reply to ${operation}` }] };
      return reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, received };
}
