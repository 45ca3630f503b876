import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { GatewayContext } from '../context.ts';
import { inOperationSpan } from '../operation-span.ts';
import type { RequestJournal } from '../plugins/request-journal.ts';
import type { Admission } from '../door/admission.ts';
import { callerOf } from '../door/client-address.ts';
import { noted } from '../limits/count-call.ts';
import type { GatewayLimits } from '../limits/gateway-limits.ts';
import { rateRefusal } from '../limits/limits.errors.ts';
import { newTicket, type Ticket } from '../limits/ticket.ts';
import { limitHeaders } from '../limits/told-limits.ts';
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
  requests: Pick<RequestJournal, 'refused'>;
  origins: AllowedOrigins;
  /** Documents that clients may name instead of sending them. */
  documents: PersistedDocuments;
  /** How long an operation may take altogether. */
  timeoutMs: number;
  /** How many proxies of ours stand in front. */
  proxies: number;
  /** What is counted, and against what; null: nothing. */
  limits: GatewayLimits | null;
}

type Execution = ReturnType<ApolloServer<GatewayContext>['executeHTTPGraphQLRequest']>;
type Reply = Awaited<Execution>;

/** Headers a page cannot have a browser send without asking us first; a GET needs one of them. */
const PREFLIGHTED = ['apollo-require-preflight', 'x-apollo-operation-name'];
const NO_HEADERS = new HeaderMap();
/** Status of those who are not who they say to be. */
const UNKNOWN = 401;

/** GraphQL over HTTP at /graphql, for whoever is admitted. */
export function graphqlRoute(options: GraphRouteOptions): Route {
  return {
    method: 'ANY',
    path: '/graphql',
    async handle(request, response) {
      if (answerCors(request, response, options.origins)) return;
      const ticket = newTicket();
      try {
        await answer(options, request, response, ticket);
      } catch (error) {
        const told = await counted(options, request, ticket, error);
        if (!response.headersSent) tellLimits(response, ticket);
        throw told;
      }
    },
  };
}

async function answer(options: GraphRouteOptions, request: IncomingMessage, response: ServerResponse, ticket: Ticket): Promise<void> {
  const type = checkedType(request, response);
  const admitted = await options.admission(callerOf(request, options.proxies));
  const context: GatewayContext = { ...admitted.context, ticket, ...idempotencyKeyOf(request) };
  const asked = await questionIn(request, options.documents).catch((error: unknown) => {
    options.requests.refused(context, 'HTTP', error);
    throw error;
  });
  const reply = await inTime(
    inOperationSpan(context, traceParentOf(request), () => execute(options.server, request, type, asked, context)),
    options.timeoutMs,
  );
  tellLimits(response, ticket);
  await send(response, reply, type, context.requestId);
}

/** A request that got no further is counted for its address: whoever guesses tokens, as log-ins are. @returns what it is refused with */
async function counted({ limits, proxies }: GraphRouteOptions, request: IncomingMessage, ticket: Ticket, error: unknown): Promise<unknown> {
  if (limits === null || ticket.counted !== null) return error;
  const guessing = error instanceof DomainError && error.extensions.status === UNKNOWN;
  const { address: clientAddress } = callerOf(request, proxies);
  const call = await noted(limits.failure({ clientAddress }, guessing ? 'WRITE' : 'READ'), ticket);
  return (call === null ? null : rateRefusal(call)) ?? error;
}

function tellLimits(response: ServerResponse, { counted: call }: Ticket): void {
  if (call !== null) for (const [name, value] of limitHeaders(call)) response.setHeader(name, value);
}

function idempotencyKeyOf({ headers }: IncomingMessage): { idempotencyKey?: string } {
  const key = headers['idempotency-key'];
  return typeof key === 'string' ? { idempotencyKey: key } : {};
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
