import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { DomainError } from '../errors/domain-error.ts';
import type { Logger } from '../telemetry/logger.ts';
import { inSpan } from '../telemetry/span.ts';
import { VIEWER_HEADER, verifySignedViewer } from '../viewer/signed-viewer.ts';
import { createGraphContext } from './context.ts';
import type { SubgraphExecutor } from './execute-subgraph.ts';

const MAX_BODY_BYTES = 16 * 1024 * 1024;
const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export interface SubgraphServer {
  url: string;
  stop(): Promise<void>;
}

/** Serves one subgraph alone over HTTP at /graphql, for the gateway only: without the gateway's signature nobody is logged in. */
export async function serveSubgraph(options: {
  execute: SubgraphExecutor;
  host: string;
  port: number;
  viewerSecret: Uint8Array;
  logger: Logger;
}): Promise<SubgraphServer> {
  const server = createServer((request, response) => {
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
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  { execute, viewerSecret, logger }: { execute: SubgraphExecutor; viewerSecret: Uint8Array; logger: Logger },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const header = request.headers[VIEWER_HEADER];
    const signed = await verifySignedViewer(typeof header === 'string' ? header : undefined, viewerSecret);
    const { query, variables, operationName } = requestSchema.parse(await readBody(request));
    const { traceparent } = request.headers;
    const span = { kind: 'SERVER' as const, parent: typeof traceparent === 'string' ? traceparent : null };
    const result = await inSpan('subgraph', span, () =>
      execute(
        { query, ...(variables == null ? {} : { variables }), ...(operationName == null ? {} : { operationName }) },
        createGraphContext(signed),
      ),
    );
    send(response, 200, result);
  } catch (error) {
    if (error instanceof DomainError) {
      send(response, 200, { errors: [{ message: error.message, extensions: error.extensions }] });
      return;
    }
    logger.warn({ err: error }, 'a subgraph request was refused');
    send(response, 400, { errors: [{ message: 'The request is not one of the gateway’s.' }] });
  }
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
