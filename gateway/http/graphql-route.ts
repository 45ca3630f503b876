import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import { withLogContext } from '../../subgraphs/kernel/telemetry/logger.ts';
import { currentTraceId, inSpan } from '../../subgraphs/kernel/telemetry/span.ts';
import type { GatewayContext } from '../context.ts';
import type { Admission } from '../door/admission.ts';
import { readJson } from './body.ts';
import type { Route } from './routes.ts';

/** GraphQL over HTTP at /graphql, for whoever is admitted. */
export function graphqlRoute(server: ApolloServer<GatewayContext>, admission: Admission): Route {
  return {
    method: 'ANY',
    path: '/graphql',
    async handle(request, response) {
      const { context } = await admission(request.headers);
      const body = request.method === 'POST' ? await readJson(request) : undefined;
      const tenant = context.viewer.kind === 'user' ? { tenantId: context.viewer.tenantId } : {};
      const { traceparent } = request.headers;
      const span = { kind: 'SERVER' as const, parent: typeof traceparent === 'string' ? traceparent : null };
      const reply = await inSpan('graphql', { ...span, attributes: { 'autonomos.request_id': context.requestId } }, () => {
        const ids = { requestId: context.requestId, traceId: currentTraceId() ?? context.requestId, ...tenant };
        return withLogContext(ids, () => server.executeHTTPGraphQLRequest(toHttpRequest(request, body, context)));
      });
      response.setHeader('x-request-id', context.requestId);
      for (const [name, value] of reply.headers) response.setHeader(name, value);
      response.statusCode = reply.status ?? 200;
      await sendBody(response, reply.body);
    },
  };
}

function toHttpRequest(
  request: IncomingMessage,
  body: unknown,
  context: GatewayContext,
): Parameters<ApolloServer<GatewayContext>['executeHTTPGraphQLRequest']>[0] {
  const search = new URL(request.url ?? '/', 'http://localhost').search;
  return {
    httpGraphQLRequest: { method: request.method ?? 'GET', headers: headersOf(request), search, body },
    context: async () => context,
  };
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

type Body = Awaited<ReturnType<ApolloServer['executeHTTPGraphQLRequest']>>['body'];

async function sendBody(response: ServerResponse, body: Body): Promise<void> {
  if (body.kind === 'chunked') for await (const chunk of body.asyncIterator) response.write(chunk);
  response.end(body.kind === 'complete' ? body.string : undefined);
}
