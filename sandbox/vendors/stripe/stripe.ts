import type { Company } from '../../company/company.ts';
import type { LiveCompany } from '../../company/live-company.ts';
import { type SandboxVendor, type VendorReply, ok, tokenOf } from '../../http/reply.ts';
import { type Tables, asLive, vendorRecords } from '../records.ts';
import { BASIL, inBasil } from './basil.ts';
import { customers, invoices, subscriptions } from './billing.ts';
import { catalogueOf } from './catalogue.ts';
import { eventsOf } from './events.ts';
import { inside, VERSION } from './shapes.ts';
import { paymentsOf } from './payments.ts';

const DEFAULT_PAGE = 10;
const MAX_PAGE = 100;
type Listed = { id: string; created: number } & Readonly<Record<string, unknown>>;

export interface StripeAccess {
  key: string;
  /** Restricted keys, and the objects that each of them may not read. */
  restricted?: Readonly<Record<string, readonly string[]>>;
}

const recordsOf = (company: Company): Tables => ({ customers: customers(company), subscriptions: subscriptions(company), invoices: invoices(company), ...catalogueOf(company), ...paymentsOf(company) }); // prettier-ignore

/** Stripe's list and retrieve endpoints with events: newest first, `starting_after` and `ending_before`, `has_more`; amounts in cents, times in seconds. */
export function stripeVendor(given: Company | LiveCompany, access: StripeAccess): SandboxVendor {
  const live = asLive(given);
  const records = vendorRecords(live, recordsOf);
  let shown = new Map<string, readonly Listed[]>();
  let version = records.version;
  const listOf = (object: string): readonly Listed[] | null => {
    if (version !== records.version) [shown, version] = [new Map(), records.version];
    const known = shown.get(object);
    if (known !== undefined) return known;
    const list = object === 'events' ? eventsOf(records, live.now) : newestFirst(records.all(object).map(({ data }) => data as Listed));
    if (object !== 'events' && records.ever(object).length === 0) return null;
    shown.set(object, list);
    return list;
  };
  let later = false;
  const keyOf = (request: Parameters<SandboxVendor['refuse']>[0]): string => {
    const basic = Buffer.from(tokenOf(request, 'Basic') ?? '', 'base64').toString('utf8');
    return tokenOf(request) ?? basic.replace(/:$/, '');
  };
  return {
    name: 'stripe',
    refuse: (request) =>
      keyOf(request) === access.key || access.restricted?.[keyOf(request)] !== undefined ? null : failure(401, 'Invalid API Key provided: sk_****'), // prettier-ignore
    tooMany: (seconds) => ({ ...failure(429, 'Too many requests hit the API too quickly.'), headers: { 'retry-after': String(seconds) } }),
    useVersion(version) {
      if (version !== VERSION && version !== BASIL) throw new RangeError(`there are ${VERSION} and ${BASIL}`);
      later = version === BASIL;
    },
    handle(request) {
      const { path, query, method, headers } = request;
      const [, object = '', id, below] = /^\/v1\/([a-z_]+)(?:\/([^/]+))?(?:\/([a-z_]+))?$/.exec(path) ?? [];
      if (access.restricted?.[keyOf(request)]?.includes(object) === true) return failure(403, `The provided key does not have the required permissions for this endpoint. Having the 'rak_${object}_read' permission would allow this request to continue.`); // prettier-ignore
      const list = method === 'GET' ? listOf(object) : null;
      if (list === null) return failure(404, `Unrecognized request URL (${method}: ${path}).`);
      const reply = id === undefined ? listed(list, path, object, query) : retrieved(list, records.ever(object), id, below, query);
      const asked = String(headers['stripe-version'] ?? VERSION);
      const body = later && reply.status === 200 ? inBasil(reply.body) : reply.body;
      return { ...reply, body, headers: { 'stripe-version': later ? BASIL : asked, 'request-id': 'req_halyard' } };
    },
  };
}

function listed(list: readonly Listed[], path: string, object: string, query: URLSearchParams): VendorReply {
  const status = query.get('status') ?? (object === 'subscriptions' ? 'not canceled' : 'all');
  const types = query.getAll('types[]');
  const group = query.get('type')?.replace(/\*$/, '');
  const bounds = ['gt', 'gte', 'lt', 'lte'].flatMap((kind) => (query.has(`created[${kind}]`) ? [[kind, Number(query.get(`created[${kind}]`))] as const] : [])); // prettier-ignore
  const shown = list.filter((one) =>
    (object === 'events' ? (types.length === 0 || types.includes(String(one['type']))) && (group === undefined || String(one['type']).startsWith(group)) : status === 'all' || (status === 'not canceled' ? one['status'] !== 'canceled' : one['status'] === status)) &&
    (query.get('customer') ?? one['customer']) === one['customer'] && (query.get('subscription') ?? one['subscription']) === one['subscription'] &&
    bounds.every(([kind, at]) => (kind === 'gt' ? one.created > at : kind === 'gte' ? one.created >= at : kind === 'lt' ? one.created < at : one.created <= at))); // prettier-ignore
  return page(shown, path, query, list);
}

function page(shown: readonly Listed[], path: string, query: URLSearchParams, ever: readonly Listed[]): VendorReply {
  const limit = query.has('limit') ? Number(query.get('limit')) : DEFAULT_PAGE;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) return failure(400, 'Invalid limit: must be between 1 and 100');
  const [after, before] = [query.get('starting_after'), query.get('ending_before')];
  if (after !== null && before !== null) return failure(400, 'You may specify only one of these parameters: ending_before, starting_after.'); // prettier-ignore
  const named = after ?? before;
  if (named === null) return ok(inside(path, shown.slice(0, limit), shown.length > limit));
  const place = ever.find(({ id }) => id === named);
  if (place === undefined) return failure(400, `No such object: '${named}'`, 'resource_missing');
  // The one named need not be among those shown: what counts is where it stands.
  const older = (one: Listed): boolean => one.created < place.created || (one.created === place.created && one.id < place.id);
  if (after !== null) {
    const rest = shown.filter(older);
    return ok(inside(path, rest.slice(0, limit), rest.length > limit));
  }
  const newer = shown.filter((one) => one.id !== place.id && !older(one));
  return ok(inside(path, newer.slice(-limit), newer.length > limit));
}

function retrieved(
  list: readonly Listed[],
  ever: readonly { id: string; deleted: Date | null; data: Readonly<Record<string, unknown>> }[],
  id: string,
  below: string | undefined,
  query: URLSearchParams,
): VendorReply {
  const one = list.find((known) => known.id === id);
  if (one === undefined) {
    const gone = ever.find((known) => known.id === id && known.deleted !== null);
    return gone === undefined ? failure(404, `No such object: '${id}'`, 'resource_missing') : ok({ id, object: gone.data['object'], deleted: true }); // prettier-ignore
  }
  if (below === undefined) return ok(one);
  const nested = one[below] as { data: Listed[] } | undefined;
  return nested === undefined ? failure(404, `Unrecognized request URL (GET: ${below}).`) : page(nested.data, `/v1/${below}`, query, nested.data); // prettier-ignore
}

const failure = (status: number, message: string, code?: string): VendorReply => ({ status, body: { error: { type: 'invalid_request_error', message, ...(code === undefined ? {} : { code }) } } }); // prettier-ignore
const newestFirst = (list: readonly Listed[]): Listed[] => list.toSorted((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1));
