import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { GatewayContext } from '../context.ts';
import { inOperationSpan } from '../operation-span.ts';
import type { Admission } from '../door/admission.ts';
import { callerOf } from '../door/client-address.ts';
import { readJson } from './body.ts';
import { answerCors, type AllowedOrigins } from './cors.ts';
import { httpErrors } from './http.errors.ts';
import { inTime } from './in-time.ts';
import { replyTypeOf, unsupportedType, type ReplyType } from './media-types.ts';
import type { PersistedDocuments } from '../persisted/persisted-documents.ts';
import { resolvedBody, resolvedSearch } from '../persisted/resolved-request.ts';
import type { Route } from './routes.ts';

export interface GraphRouteOptions {
  server: ApolloServer<GatewayContext>;
  admission: Admission;
  origins: AllowedOrigins;
  /** Documents that clients may name instead of sending them. */
  documents: PersistedDocuments;
  /** How long an operation may take altogether. */
  timeoutMs: number;
  /** How many proxies of ours stand in front. */
  proxies: number;
}

type Execution = ReturnType<ApolloServer<GatewayContext>['executeHTTPGraphQLRequest']>;
type Reply = Awaited<Execution>;

/** Headers a page cannot have a browser send without asking us first; a GET needs one of them. */
const PREFLIGHTED = ['apollo-require-preflight', 'x-apollo-operation-name'];
const NO_HEADERS = new HeaderMap();

/** GraphQL over HTTP at /graphql, for whoever is admitted. */
export function graphqlRoute(options: GraphRouteOptions): Route {
  return {
    method: 'ANY',
    path: '/graphql',
    async handle(request, response) {
      if (answerCors(request, response, options.origins)) return;
      const type = checkedType(request, response);
      const { context } = await options.admission(callerOf(request, options.proxies));
      const asked = await questionIn(request, options.documents);
      const reply = await inTime(
        inOperationSpan(context, traceParentOf(request), () => execute(options.server, request, type, asked, context)),
        options.timeoutMs,
      );
      await send(response, reply, type, context.requestId);
    },
  };
}

/** @throws what is wrong with the request's head */
function checkedType(request: IncomingMessage, response: ServerResponse): ReplyType {
  const { method = 'GET', headers } = request;
  if (method === 'POST') {
    const encoding = headers['content-encoding'];
    const unsupported =
      unsupportedType(headers['content-type']) ?? (encoding === undefined || encoding === 'identity' ? null : 'A compressed body');
    if (unsupported !== null) throw httpErrors.CONTENT_TYPE_UNSUPPORTED({ what: unsupported });
  } else if (method === 'GET') {
    if (!isPreflighted(headers)) throw httpErrors.CROSS_SITE_REQUEST({});
  } else {
    response.setHeader('allow', 'GET, POST, OPTIONS');
    throw httpErrors.METHOD_NOT_ALLOWED({ method });
  }
  const type = replyTypeOf(headers.accept);
  if (type === null) throw httpErrors.NOT_ACCEPTABLE({});
  return type;
}

function isPreflighted(headers: IncomingHttpHeaders): boolean {
  return unsupportedType(headers['content-type']) === null || PREFLIGHTED.some((name) => (headers[name] ?? '') !== '');
}

/** What a request asks: in its body, or in its query string. */
interface Question {
  body: unknown;
  search: string;
}

/** @throws what is wrong with the body, or with the document it names */
async function questionIn(request: IncomingMessage, documents: PersistedDocuments): Promise<Question> {
  if (request.method === 'POST') {
    return { body: resolvedBody(documents, await readJson(request)), search: '' };
  }
  const { url = '' } = request;
  const query = url.indexOf('?');
  return { body: undefined, search: resolvedSearch(documents, query === -1 ? '' : url.slice(query)) };
}

function traceParentOf({ headers: { traceparent } }: IncomingMessage): string | null {
  return typeof traceparent === 'string' ? traceparent : null;
}

function execute(
  server: ApolloServer<GatewayContext>,
  request: IncomingMessage,
  type: ReplyType,
  { body, search }: Question,
  context: GatewayContext,
): Execution {
  const { method = 'GET' } = request;
  // The head is settled here; the server only needs it to choose among the forms of a reply in parts.
  const headers = type.multipart ? new HeaderMap([['accept', request.headers.accept ?? '']]) : NO_HEADERS;
  return server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, search, body },
    context: async () => context,
  });
}

async function send(response: ServerResponse, { status = 200, headers, body }: Reply, type: ReplyType, requestId: string): Promise<void> {
  const head: Record<string, string | number> = { 'x-request-id': requestId, 'cache-control': 'no-store' };
  for (const [name, value] of headers) head[name] = value;
  if (body.kind === 'chunked') {
    response.writeHead(status, head);
    // Who goes, or does not read, is waited for no longer; the rest is not made then.
    await pipeline(Readable.from(body.asyncIterator), response);
    return;
  }
  head['content-type'] = type.contentType;
  head['content-length'] = Buffer.byteLength(body.string);
  response.writeHead(status === 400 && type.legacy && isAboutDocument(body.string) ? 200 : status, head);
  response.end(body.string);
}

/** Whether a reply refuses what the request asks, not the request itself. */
function isAboutDocument(reply: string): boolean {
  const { errors } = JSON.parse(reply) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.[0]?.extensions?.code !== 'BAD_REQUEST';
}
