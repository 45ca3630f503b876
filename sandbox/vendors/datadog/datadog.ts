import type { Company } from '../../company/company.ts';
import type { LiveCompany } from '../../company/live-company.ts';
import { SERVICES, availability } from '../../company/services.ts';
import { type SandboxVendor, type VendorReply, type VendorRequest, ok } from '../../http/reply.ts';
import { nameBasedId } from '../name-based-id.ts';
import { asLive, vendorRecords } from '../records.ts';
import { PRODUCTS, datadogTables, sloId, usedIn } from './data.ts';

const HOUR_MS = 3_600_000;
/** How far back hourly usage goes here, from the day the company was made. */
const USAGE_DAYS = 45;
const MAX_USAGE = 500;
const MAX_PAGE = 100;
const LIMIT = 300;

export interface DatadogAccess {
  apiKey: string;
  applicationKey: string;
}

/** Datadog: usage by product and hour with `next_record_id`, incidents with offsets, SLOs with their history, and monitors; x-ratelimit headers. */
export function datadogVendor(given: Company | LiveCompany, access: DatadogAccess): SandboxVendor {
  const live = asLive(given);
  const records = vendorRecords(live, datadogTables);

  const usage = ({ query }: VendorRequest): VendorReply => {
    const families = query.get('filter[product_families]');
    const start = hourIn(query.get('filter[timestamp][start]'));
    if (families === null || start === null) return failure(400, 'filter[timestamp][start] and filter[product_families] are required');
    const { today, begun } = live.now;
    const from = Math.max(start, begun.getTime() - USAGE_DAYS * 24 * HOUR_MS);
    const to = Math.min(hourIn(query.get('filter[timestamp][end]')) ?? today.getTime(), today.getTime());
    const size = Math.min(MAX_USAGE, Number(query.get('page[limit]') ?? MAX_USAGE));
    const kinds = PRODUCTS.map(([family], kind) => ({ family, kind })).filter(({ family }) => families.split(',').some((one) => one === 'all' || one === family)); // prettier-ignore
    const names = [...new Set(kinds.map(({ family }) => family))];
    const total = Math.max(0, Math.ceil((to - from) / HOUR_MS)) * names.length;
    const at = Number(Buffer.from(query.get('page[next_record_id]') ?? '', 'base64url').toString('utf8') || 0);
    const data = Array.from({ length: Math.max(0, Math.min(size, total - at)) }, (_, n) => {
      const hour = new Date(from + Math.floor((at + n) / names.length) * HOUR_MS);
      const family = names[(at + n) % names.length] ?? '';
      const measurements = kinds.flatMap((one) => (one.family === family ? [{ usage_type: PRODUCTS[one.kind]?.[1], value: usedIn(live.now.seed, one.kind, hour) }] : [])); // prettier-ignore
      return { id: nameBasedId(`usage ${family} ${hour.toISOString()}`), type: 'usage_timeseries', attributes: { account_name: 'Halyard', account_public_id: 'hyacct', measurements, org_name: 'Halyard Cloud', product_family: family, public_id: 'halyard', region: 'us', timestamp: hour.toISOString() } }; // prettier-ignore
    });
    const next = at + data.length < total ? Buffer.from(String(at + data.length)).toString('base64url') : null;
    return ok({ data, meta: { pagination: { next_record_id: next } } });
  };

  const incidents = ({ query }: VendorRequest): VendorReply => {
    const size = Math.min(MAX_PAGE, Number(query.get('page[size]') ?? 10));
    const offset = Number(query.get('page[offset]') ?? 0);
    const page = records.all('incidents').slice(offset, offset + size).map(({ id, data, updated }) => ({ id, type: 'incidents', attributes: { ...data, modified: updated.toISOString() }, relationships: {} })); // prettier-ignore
    return ok({ data: page, included: [], meta: { pagination: { next_offset: offset + page.length, offset, size: page.length } } });
  };

  const history = (id: string, query: URLSearchParams): VendorReply => {
    const service = SERVICES.findIndex((_, one) => sloId(one) === id);
    const [from, to] = [Number(query.get('from_ts')), Number(query.get('to_ts'))];
    if (service < 0) return failure(404, `SLO ${id} not found`);
    if (!(from < to)) return failure(400, 'from_ts must be before to_ts');
    const { name = '', target = 0.99 } = SERVICES[service] ?? {};
    const value = availability(
      live.now.incidents,
      service,
      new Date(from * 1_000),
      new Date(Math.min(to * 1_000, live.now.today.getTime())),
    );
    const left = (1 - (1 - value) / (1 - target)) * 100;
    return ok({ data: { from_ts: from, to_ts: to, type: 'metric', type_id: 1, thresholds: { custom: { target: target * 100, target_display: String(target * 100), timeframe: 'custom' } }, overall: { name, sli_value: value * 100, span_precision: 2, precision: { custom: 2 }, error_budget_remaining: { custom: left } } }, errors: null }); // prettier-ignore
  };

  const monitors = (query: URLSearchParams): VendorReply => {
    const size = Math.min(1_000, Number(query.get('page_size') ?? MAX_PAGE));
    const list = records.all('monitors').map(({ id, data, created, updated }) => ({ id: Number(id), ...data, created: created.toISOString(), created_at: created.getTime(), modified: updated.toISOString() })); // prettier-ignore
    const after = query.has('id_offset') ? Number(query.get('id_offset')) : null;
    const from = after === null ? Number(query.get('page') ?? 0) * size : 0;
    return ok(list.filter(({ id }) => after === null || id > after).slice(from, from + size));
  };

  const replyTo = (request: VendorRequest): VendorReply => {
    const { path, query } = request;
    if (path === '/api/v1/validate') return ok({ valid: true });
    if (path === '/api/v2/usage/hourly_usage') return usage(request);
    if (path === '/api/v2/incidents') return incidents(request);
    if (path === '/api/v1/monitor') return monitors(query);
    if (path === '/api/v1/slo') {
      const [limit, offset] = [Math.min(1_000, Number(query.get('limit') ?? 1_000)), Number(query.get('offset') ?? 0)];
      const list = records.all('slos').map(({ id, data }) => ({ id, ...data }));
      return ok({ data: list.slice(offset, offset + limit), errors: null, metadata: { page: { total_count: list.length, total_filtered_count: list.length } } }); // prettier-ignore
    }
    const slo = /^\/api\/v1\/slo\/(\w+)\/history$/.exec(path)?.[1];
    return slo === undefined ? failure(404, 'Not found') : history(slo, query);
  };

  return {
    name: 'datadog',
    refuse({ headers }) {
      if (headers['dd-api-key'] === access.apiKey && headers['dd-application-key'] === access.applicationKey) return null;
      // A key that is none, or one that is not there, is forbidden rather than unknown.
      return failure(403, 'Forbidden');
    },
    tooMany: (seconds) => ({ ...failure(429, 'Too many requests'), headers: { 'x-ratelimit-limit': String(LIMIT), 'x-ratelimit-period': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(seconds), 'retry-after': String(seconds) } }), // prettier-ignore
    handle(request) {
      const reply = replyTo(request);
      return { ...reply, headers: { 'x-ratelimit-limit': String(LIMIT), 'x-ratelimit-period': '60', 'x-ratelimit-remaining': String(LIMIT - 1), 'x-ratelimit-reset': '30', 'x-ratelimit-name': 'halyard' } }; // prettier-ignore
    },
  };
}

const failure = (status: number, message: string): VendorReply => ({ status, body: { errors: [message] } });

/** Milliseconds of an hour written as `2026-11-21T05` or a full moment; null: none. */
function hourIn(text: string | null): number | null {
  const at = text === null ? Number.NaN : Date.parse(/T\d\d$/.test(text) ? `${text}:00Z` : text);
  return Number.isNaN(at) ? null : at;
}
