import { type SandboxVendor, type VendorReply, type VendorRequest, ok } from '../http/reply.ts';

/** How a simulated API pages and knows who asks; its document says so and nothing else does. */
export interface RestStyle {
  paging: 'CURSOR' | 'LAST_ID' | 'NEXT_URL' | 'LINK' | 'PAGE' | 'OFFSET' | 'NONE';
  auth: 'BEARER' | 'BASIC' | 'HEADER' | 'QUERY' | 'CLIENT_CREDENTIALS' | 'NONE';
}
const TOKEN = 'rest-token';
const ORDERS = 237;
const PAGE = 40;
const order = (n: number): { id: number; updated_at: string } & Record<string, unknown> => ({
  id: n, number: `R-${n}`, total: n * 1.5, paid: n % 2 === 0, placed_on: `2024-0${(n % 9) + 1}-1${n % 9}`, updated_at: new Date(Date.UTC(2024, 0, 1) + n * 3_600_000).toISOString(),
  customer: { name: `Customer ${n % 17}`, address: { city: ['Oslo', 'Bergen'][n % 2] } }, tags: ['a', `t${n % 3}`],
}); // prettier-ignore

/** A REST API that nobody wrote a connector for, in each of the usual styles, with its OpenAPI document at /openapi.json. */
export function restVendor({ paging, auth }: RestStyle, count = ORDERS): SandboxVendor {
  const orders = Array.from({ length: count }, (_, i) => order(i + 1));
  const list = ({ query, base, path }: VendorRequest): VendorReply => {
    const since = query.get('updated_since') ?? '';
    const limit = paging === 'NONE' ? count : Math.min(PAGE, Number(query.get('limit') ?? PAGE));
    const rows = orders.filter((one) => one.updated_at >= since);
    const from = beginOf(paging, query, rows, limit);
    const page = rows.slice(from, from + limit);
    const next = from + limit < rows.length ? from + limit : null;
    const at = (start: number): string => `${base}${path}?${new URLSearchParams({ limit: String(limit), start: String(start), ...(since === '' ? {} : { updated_since: since }) }).toString()}`; // prettier-ignore
    if (paging === 'LINK' || paging === 'NONE')
      return { ...ok(page), headers: next === null ? {} : { link: `<${at(0)}>; rel="first", <${at(next)}>; rel="next"` } };
    const meta = paging === 'CURSOR' ? { next_cursor: next === null ? null : `c${next}` } : {};
    return ok({ orders: page, meta, ...(paging === 'NEXT_URL' ? { links: { next: next === null ? null : at(next) } } : {}) });
  };
  const knows = ({ headers, query }: VendorRequest): boolean => {
    const given = headers.authorization ?? '';
    if (auth === 'NONE') return true;
    if (auth === 'HEADER') return headers['x-api-key'] === TOKEN;
    if (auth === 'QUERY') return query.get('api_key') === TOKEN;
    if (auth === 'BASIC') return given === `Basic ${Buffer.from(`user:${TOKEN}`).toString('base64')}`;
    return given === `Bearer ${auth === 'CLIENT_CREDENTIALS' ? 'granted' : TOKEN}`;
  };
  return {
    name: 'rest',
    ...(auth === 'CLIENT_CREDENTIALS' ? { tokenPath: '/token' } : {}),
    refuse: (request) => (request.path === '/openapi.json' || request.path === '/token' || knows(request) ? null : { status: 401, body: { message: 'who are you?' } }), // prettier-ignore
    tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: { message: 'slow down' } }),
    handle(request) {
      const { path, body } = request;
      if (path === '/openapi.json') return ok(documentOf({ paging, auth }, request.base));
      if (path === '/token') return new URLSearchParams(body).get('client_secret') === TOKEN ? ok({ access_token: 'granted', expires_in: 3_600 }) : { status: 401, body: { error: 'invalid_client' } }; // prettier-ignore
      return path === '/v1/orders' ? list(request) : null;
    },
  };
}

/** The secret that opens it. */
export const restSecret = ({ auth }: RestStyle): string => (auth === 'BASIC' ? `user:${TOKEN}` : auth === 'CLIENT_CREDENTIALS' ? `client:${TOKEN}` : auth === 'NONE' ? '' : TOKEN); // prettier-ignore

function beginOf(paging: RestStyle['paging'], query: URLSearchParams, rows: readonly { id: number }[], limit: number): number {
  if (paging === 'PAGE') return (Number(query.get('page') ?? 1) - 1) * limit;
  if (paging === 'OFFSET') return Number(query.get('offset') ?? 0);
  if (paging === 'CURSOR') return Number((query.get('cursor') ?? 'c0').slice(1));
  if (paging === 'LAST_ID')
    return query.has('starting_after') ? rows.findIndex(({ id }) => id === Number(query.get('starting_after'))) + 1 : 0;
  return Number(query.get('start') ?? 0);
}

function documentOf({ paging, auth }: RestStyle, base: string): object {
  const parameter = { CURSOR: 'cursor', LAST_ID: 'starting_after', PAGE: 'page', OFFSET: 'offset', NEXT_URL: null, LINK: null, NONE: null }[paging]; // prettier-ignore
  const query = (name: string, schema: object): object => ({ name, in: 'query', schema });
  const flows = { clientCredentials: { tokenUrl: `${base}/token`, scopes: { 'orders:read': 'reading orders' } } };
  const schemes = {
    BEARER: { type: 'http', scheme: 'bearer' }, BASIC: { type: 'http', scheme: 'basic' }, HEADER: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
    QUERY: { type: 'apiKey', in: 'query', name: 'api_key' }, CLIENT_CREDENTIALS: { type: 'oauth2', flows }, NONE: null,
  }[auth]; // prettier-ignore
  const orders = { type: 'array', items: { $ref: '#/components/schemas/Order' } };
  const wrapped = { type: 'object', properties: { orders, meta: { type: 'object', properties: paging === 'CURSOR' ? { next_cursor: { type: 'string', nullable: true } } : {} }, links: { type: 'object', properties: paging === 'NEXT_URL' ? { next: { type: 'string', format: 'uri' } } : {} } } }; // prettier-ignore
  return {
    openapi: '3.0.3',
    info: { title: 'Orders', version: '1' },
    servers: [{ url: `${base}/{version}`, variables: { version: { default: 'v1' } } }],
    ...(schemes === null ? {} : { security: [{ main: [] }] }),
    paths: {
      '/orders': { get: {
        summary: 'All orders',
        parameters: [...(paging === 'NONE' ? [] : [query('limit', { type: 'integer', maximum: PAGE })]), ...(parameter === null ? [] : [query(parameter, { type: paging === 'PAGE' || paging === 'OFFSET' ? 'integer' : 'string' })]), query('updated_since', { type: 'string', format: 'date-time' })],
        responses: { 200: { content: { 'application/json': { schema: paging === 'LINK' || paging === 'NONE' ? orders : wrapped } } } },
      } },
      '/orders/{orderId}': { get: { parameters: [{ name: 'orderId', in: 'path', required: true }], responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } } } } },
      '/reports': { get: { parameters: [{ name: 'kind', in: 'query', required: true, schema: { type: 'string' } }], responses: { 200: { content: { 'application/json': { schema: orders } } } } } },
    },
    components: {
      ...(schemes === null ? {} : { securitySchemes: { main: schemes } }),
      schemas: {
        Base: { type: 'object', properties: { id: { type: 'integer' }, updated_at: { type: 'string', format: 'date-time' } } },
        Order: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: 'object', properties: {
          number: { type: 'string' }, total: { type: 'number', description: 'What is to be paid.' }, paid: { type: 'boolean' }, placed_on: { type: 'string', format: 'date' },
          customer: { type: 'object', properties: { name: { type: 'string' }, address: { type: 'object', properties: { city: { type: 'string' } } } } }, tags: { type: 'array', items: { type: 'string' } }, parent: { $ref: '#/components/schemas/Order' },
        } }] },
      },
    },
  }; // prettier-ignore
}
