import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphql, type GraphQLSchema } from 'graphql';
import { httpSource } from '../../../gateway/sources/remote/http-source.ts';
import type { Source } from '../../../gateway/sources/source.ts';
import { createMetrics } from '../../../subgraphs/kernel/telemetry/metrics.ts';

/** Subgraphs behind HTTP, and the gateway's sources over them. */
export interface HttpSubgraphs extends AsyncDisposable {
  sources: ReadonlyMap<string, Source>;
}

/** Serves each subgraph on a port of its own until disposed of. */
export async function serveSubgraphs(schemas: ReadonlyMap<string, GraphQLSchema>): Promise<HttpSubgraphs> {
  const opened = new AsyncDisposableStack();
  const metrics = createMetrics({ processMetrics: false });
  const sources = new Map<string, Source>();
  for (const [name, schema] of schemas) {
    const url = await serve(schema, opened);
    sources.set(
      name,
      opened.adopt(httpSource({ name, url, viewerSecret: null }, metrics), (source) => source.close()),
    );
  }
  return { sources, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

async function serve(schema: GraphQLSchema, opened: AsyncDisposableStack): Promise<string> {
  const server = createServer((request, response) => {
    const answered = answer(schema, request).then((body) => response.setHeader('content-type', 'application/json').end(body));
    answered.catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.defer(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

async function answer(schema: GraphQLSchema, request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString()) as {
    query: string;
    variables?: Record<string, unknown>;
    operationName?: string;
  };
  const { query, variables, operationName } = body;
  return JSON.stringify(
    await graphql({ schema, source: query, variableValues: variables ?? {}, operationName: operationName ?? null, contextValue: {} }),
  );
}
