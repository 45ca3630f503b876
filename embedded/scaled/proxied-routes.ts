import { pipeline } from 'node:stream/promises';
import { Agent, request as httpRequest } from 'undici';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { HttpRoute } from '../../subgraphs/kernel/federation/subgraph-module.ts';
import { viewerHeaders } from '../../subgraphs/kernel/viewer/signed-viewer.ts';

/** The plain routes of the subgraphs. A gateway knows them without their code; a test holds them against the modules. */
export const SUBGRAPH_ROUTES: readonly (Pick<HttpRoute, 'method' | 'prefix'> & { subgraph: string })[] = [
  { subgraph: 'accounts', method: 'GET', prefix: '/auth/oidc/' },
  { subgraph: 'accounts', method: 'POST', prefix: '/slack/actions/' },
  { subgraph: 'accounts', method: 'GET', prefix: '/journal/export' },
  { subgraph: 'accounts', method: 'GET', prefix: '/tenant-exports/' },
  { subgraph: 'accounts', method: 'GET', prefix: '/privacy/certificates/' },
  { subgraph: 'accounts', method: 'GET', prefix: '/privacy/exports/' },
  { subgraph: 'connectors', method: 'PUT', prefix: '/uploads/' },
  { subgraph: 'connectors', method: 'POST', prefix: '/inbound/' },
  { subgraph: 'assets', method: 'POST', prefix: '/telemetry/' },
];

/** As long as the door itself waits for a slow upload. */
const TIMEOUT_MS = 30 * 60_000;
const FORWARDED: ReadonlySet<string> = new Set(['content-type', 'content-length', 'cookie']);
/** What those who send signed messages prove them by. */
const SIGNATURES = /^(?:webhook-|svix-|stripe-signature$|x-hub-|x-github-|x-slack-|x-signature$|x-timestamp$|x-api-key$)/u;
/** What of a reply goes back beside its type: redirects and the cookies that go with them. */
const RETURNED = [
  'location',
  'set-cookie',
  'cache-control',
  'referrer-policy',
  'content-disposition',
  'x-content-type-options',
  'content-length',
] as const;

/** The routes of subgraphs elsewhere: bodies stream through in both directions, the viewer goes along signed. */
export function proxiedRoutes(
  urls: ReadonlyMap<string, string>,
  viewerSecret: Uint8Array,
): { routes: HttpRoute[]; close(): Promise<void> } {
  // A refused body is not read to its end, so connections are not used again.
  const agent = new Agent({ pipelining: 0, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  const remote = SUBGRAPH_ROUTES.filter(({ subgraph }) => urls.has(subgraph));
  const routes = remote.map(({ subgraph, method, prefix }): HttpRoute => ({
    method,
    prefix,
    async handle(request, response, context) {
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(([name, value]) => value !== undefined && (FORWARDED.has(name) || SIGNATURES.test(name))),
      );
      const reply = await httpRequest(new URL(request.url ?? prefix, urls.get(subgraph)), {
        method,
        headers: { ...headers, ...viewerHeaders(context, viewerSecret) },
        body: method === 'GET' ? null : request,
        dispatcher: agent,
      }).catch((cause: unknown) => {
        throw commonErrors.UNAVAILABLE({ what: `The ${subgraph} service` }, { cause });
      });
      const type = reply.headers['content-type'];
      response.writeHead(reply.statusCode, {
        ...(typeof type === 'string' ? { 'content-type': type } : {}),
        ...Object.fromEntries(RETURNED.flatMap((name) => (reply.headers[name] === undefined ? [] : [[name, reply.headers[name]]]))),
        ...(request.complete ? {} : { connection: 'close' }),
      });
      await pipeline(reply.body, response);
    },
  }));
  return { routes, close: () => agent.close() };
}
