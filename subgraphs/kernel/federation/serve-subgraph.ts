import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { GraphQLError } from 'graphql';
import { DomainError } from '../errors/domain-error.ts';
import { eventSchema } from '../events/event-stream.ts';
import type { Logger } from '../telemetry/logger.ts';
import { inSpan } from '../telemetry/span.ts';
import { VIEWER_HEADER, verifySignedViewer } from '../viewer/signed-viewer.ts';
import { createGraphContext } from './context.ts';
import type { SubgraphExecutor, SubgraphRequest } from './execute-subgraph.ts';
import type { SubgraphStreams } from './open-stream.ts';

/** Where the gateway asks what a subscription follows. */
export const STREAM_PATH = '/graphql/subscription';
const MAX_BODY_BYTES = 16 * 1024 * 1024;
/** How long a server that stops lets the requests it has finish. */
const DRAIN_MS = 10_000;
const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  event: eventSchema.optional(),
});

export interface SubgraphServer {
  url: string;
  stop(): Promise<void>;
}

/** Serves one subgraph alone over HTTP at /graphql, for the gateway only: without the gateway's signature nobody is logged in. */
export async function serveSubgraph(options: {
  execute: SubgraphExecutor;
  /** Opens what subscriptions follow, at /graphql/subscription. */
  openStream: SubgraphStreams;
  host: string;
  port: number;
  viewerSecret: Uint8Array;
  logger: Logger;
  /** Answers what is not the graph, such as health; false when a request is not one of those. */
  beside?: (request: IncomingMessage, response: ServerResponse) => boolean;
}): Promise<SubgraphServer> {
  const server = createServer((request, response) => {
    if (options.beside?.(request, response) === true) return;
    if (request.url === '/health/live') send(response, 200, { status: 'live' });
    else void answer(options, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host}:${port}/graphql`,
    stop: () =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function answer(
  options: { execute: SubgraphExecutor; openStream: SubgraphStreams; viewerSecret: Uint8Array; logger: Logger },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const header = request.headers[VIEWER_HEADER];
    const signed = verifySignedViewer(typeof header === 'string' ? header : undefined, options.viewerSecret);
    const asked = requestOf(requestSchema.parse(await readBody(request)));
    const context = createGraphContext(signed);
    const { traceparent } = request.headers;
    const span = { kind: 'SERVER' as const, parent: typeof traceparent === 'string' ? traceparent : null };
    const work = async () =>
      request.url === STREAM_PATH ? { stream: await options.openStream(asked, context) } : options.execute(asked, context);
    send(response, 200, await inSpan('subgraph', span, work));
  } catch (error) {
    if (error instanceof DomainError) {
      send(response, 200, { errors: [{ message: error.message, extensions: error.extensions }] });
      return;
    }
    if (error instanceof GraphQLError) {
      send(response, 200, { errors: [error.toJSON()] });
      return;
    }
    options.logger.warn({ err: error }, 'a subgraph request was refused');
    send(response, 400, { errors: [{ message: 'The request is not one of the gateway’s.' }] });
  }
}

function requestOf({ query, variables, operationName, event }: z.infer<typeof requestSchema>): SubgraphRequest {
  return {
    query,
    ...(variables == null ? {} : { variables }),
    ...(operationName == null ? {} : { operationName }),
    ...(event === undefined ? {} : { event }),
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Error('the body is too large');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
