import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GraphQLError } from 'graphql';
import { DomainError } from '../errors/domain-error.ts';
import { eventSchema } from '../events/event-stream.ts';
import type { Logger } from '../telemetry/logger.ts';
import { inSpan } from '../telemetry/span.ts';
import { readViewerHeaders } from '../viewer/signed-viewer.ts';
import { createGraphContext } from './context.ts';
import type { SubgraphExecutor, SubgraphRequest } from './execute-subgraph.ts';
import type { SubgraphStreams } from './open-stream.ts';

/** Where the gateway asks what a subscription follows. */
export const STREAM_PATH = '/graphql/subscription';
const MAX_BODY_BYTES = 16 * 1024 * 1024;
/** How long a server that stops lets the requests it has finish. */
const DRAIN_MS = 10_000;

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
    const context = createGraphContext(readViewerHeaders(request.headers, options.viewerSecret));
    const asked = readRequest(await readBody(request));
    const { traceparent } = request.headers;
    const span = { kind: 'SERVER' as const, parent: typeof traceparent === 'string' ? traceparent : null };
    const work = async (): Promise<object> =>
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

/** Looked at by hand: this runs for every fetch. @throws Error when it is none of a gateway's */
function readRequest(text: string): SubgraphRequest {
  const { query, variables, operationName, event } = JSON.parse(text) as Partial<Record<keyof SubgraphRequest, unknown>>;
  if (typeof query !== 'string') throw new Error('there is no query');
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) throw new Error('the variables are no object');
  if (operationName != null && typeof operationName !== 'string') throw new Error('the name of the operation is no text');
  return {
    query,
    ...(variables == null ? {} : { variables: variables as Record<string, unknown> }),
    ...(operationName == null ? {} : { operationName }),
    ...(event === undefined ? {} : { event: eventSchema.parse(event) }),
  };
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) reject(new Error('the body is too large'));
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks, bytes).toString('utf8')));
    request.once('error', reject);
    request.once('close', () => reject(new Error('the request was cut off')));
  });
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length });
  response.end(text);
}
