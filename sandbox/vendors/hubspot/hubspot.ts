import { z } from 'zod';
import type { Company } from '../../company/company.ts';
import type { LiveCompany } from '../../company/live-company.ts';
import { type SandboxVendor, type VendorReply, type VendorRequest, ok, tokenOf } from '../../http/reply.ts';
import { type Kept, type VendorRecords, asLive, vendorRecords } from '../records.ts';
import { type Associations, hubspotTables } from './data.ts';
import { DESCRIBED, PROPERTIES, described, stampOf } from './properties.ts';
import type { Drift } from '../../drift/drift.ts';
import { driftFields, driftRow, driftsOf } from '../drifted-names.ts';
import { searchRecords } from './search.ts';

const MAX_PAGE = 100;
const WINDOW = 10_000;
const DAILY = 250_000;
const batchSchema = z.object({ inputs: z.array(z.object({ id: z.coerce.string() })) });

export interface HubspotAccess {
  token: string;
  /** Of an app that has tokens of half an hour. */
  clientId?: string;
  refreshToken?: string;
  /** Results one search gives; 10 000 when left out, as at HubSpot. */
  window?: number;
}

type Shown = { id: string; properties: Record<string, unknown>; associations: Associations };

/** HubSpot's CRM v3: properties, lists with `paging.next.after`, search, archived records, owners and associations; its limits beside each reply. */
export function hubspotVendor(given: Company | LiveCompany, access: HubspotAccess): SandboxVendor {
  const known = vendorRecords(asLive(given), hubspotTables);
  let drifts: readonly Drift[] = [];
  let records = known;
  const tokens = new Set([access.token]);
  let calls = 0;

  const token = ({ body }: VendorRequest): VendorReply => {
    const form = new URLSearchParams(body);
    if (form.get('grant_type') !== 'refresh_token' || form.get('refresh_token') !== access.refreshToken || form.get('client_id') !== access.clientId) return failure(400, 'BAD_REFRESH_TOKEN', 'missing or invalid refresh token'); // prettier-ignore
    const issued = `hs-halyard-${tokens.size}`;
    tokens.add(issued);
    return ok({ access_token: issued, refresh_token: access.refreshToken, expires_in: 1_800, token_type: 'bearer' });
  };

  const replyTo = (request: VendorRequest): VendorReply | null => {
    const { path, method, query } = request;
    const [, object = '', rest = ''] = /^\/crm\/v3\/objects\/([a-z_]+)(?:\/(.*))?$/.exec(path) ?? [];
    if (object !== '' && PROPERTIES[object] !== undefined) {
      if (rest === 'search' && method === 'POST') return search(records, object, request.body, access.window ?? WINDOW);
      if (rest === '') return listed(records, object, query);
      const one = records.all(object).find(({ id }) => id === rest);
      return one === undefined ? failure(404, 'OBJECT_NOT_FOUND', 'resource not found') : ok(shown(object, one as Kept, namesIn(query)));
    }
    const properties = /^\/crm\/v3\/properties\/([a-z_]+)$/.exec(path)?.[1];
    if (properties !== undefined) return PROPERTIES[properties] === undefined ? failure(404, 'OBJECT_NOT_FOUND', `unable to infer object type from: ${properties}`) : ok({ results: driftFields(PROPERTIES[properties], driftsOf(properties, drifts), DESCRIBED).map(described) }); // prettier-ignore
    if (path === '/crm/v3/schemas') return ok({ results: [] });
    if (path === '/crm/v3/owners' || path === '/crm/v3/owners/') return owners(records, query);
    const [found, from = '', to = ''] = /^\/crm\/v4\/associations\/([a-z_]+)\/([a-z_]+)\/batch\/read$/.exec(path) ?? [];
    if (found !== undefined && method === 'POST') return associations(records, from, to, request.body);
    return null;
  };

  return {
    name: 'hubspot',
    tokenPath: '/oauth/v1/token',
    refuse: (request) => (request.path === '/oauth/v1/token' || tokens.has(tokenOf(request) ?? '') ? null : failure(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found. This API supports OAuth 2.0 authentication.')), // prettier-ignore
    tooMany: (seconds) => ({
      status: 429, headers: { 'retry-after': String(seconds) },
      body: { status: 'error', message: 'You have reached your ten_secondly_rolling limit.', errorType: 'RATE_LIMIT', correlationId: 'halyard', policyName: 'TEN_SECONDLY_ROLLING' },
    }), // prettier-ignore
    drift(all) {
      drifts = all.map(ofProperty);
      records = drifts.length === 0 ? known : drifted(known, drifts);
    },
    handle(request) {
      const reply = request.path === '/oauth/v1/token' ? token(request) : (replyTo(request) ?? failure(404, 'NOT_FOUND', 'resource not found')); // prettier-ignore
      calls += 1;
      const limits = { 'x-hubspot-ratelimit-daily': String(DAILY), 'x-hubspot-ratelimit-daily-remaining': String(Math.max(1_000, DAILY - calls)), 'x-hubspot-ratelimit-interval-milliseconds': '10000', 'x-hubspot-ratelimit-max': '100', 'x-hubspot-ratelimit-remaining': '99' }; // prettier-ignore
      return { ...reply, headers: { ...limits, ...reply.headers } };
    },
  };
}

/** Properties are named by themselves, or by where they stand in a record. */
const ofProperty = (drift: Drift): Drift => ({ ...drift, field: drift.field.replace(/^properties\./, ''), ...('to' in drift ? { to: drift.to.replace(/^properties\./, '') } : {}) }); // prettier-ignore

/** The records with their properties changed; associations and stamps stay. */
function drifted(known: VendorRecords, drifts: readonly Drift[]): VendorRecords {
  const changed = <One extends Kept>(table: string, list: readonly One[]): One[] => {
    const own = driftsOf(table, drifts);
    return own.length === 0 ? [...list] : list.map((one) => ({ ...one, data: { ...one.data, properties: textsOf(driftRow((one.data as unknown as Shown).properties, own)) } })); // prettier-ignore
  };
  return { get version() { return known.version; }, get changes() { return known.changes; }, all: (table) => changed(table, known.all(table) as Kept[]), ever: (table) => changed(table, known.ever(table)) }; // prettier-ignore
}

const textsOf = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value === null || typeof value === 'string' ? value : JSON.stringify(value)])); // prettier-ignore

const namesIn = (query: URLSearchParams): string[] => query.getAll('properties').flatMap((names) => names.split(','));
const valueOf = (object: string) => (one: Kept, property: string): string | null => (property === stampOf(object) ? one.updated.toISOString() : ((one.data as unknown as Shown).properties[property] as string | null | undefined)) ?? null; // prettier-ignore

/** A record with the properties asked for; archived ones say so. */
function shown(object: string, one: Kept, names: readonly string[], associated: readonly string[] = []): object {
  const of = valueOf(object);
  const { associations: known } = one.data as unknown as Shown;
  const asked = new Set([...names, 'createdate', 'hs_object_id', stampOf(object)]);
  const beside = associated.flatMap((to) => (known[to] === undefined ? [] : [[to, { results: known[to].map((id) => ({ id, type: `${object}_to_${to}` })) }] as const])); // prettier-ignore
  return {
    id: one.id, properties: Object.fromEntries([...asked].map((name) => [name, of(one, name)])), createdAt: one.created.toISOString(), updatedAt: one.updated.toISOString(), archived: one.deleted != null,
    ...(one.deleted == null ? {} : { archivedAt: one.deleted.toISOString() }), ...(beside.length === 0 ? {} : { associations: Object.fromEntries(beside) }),
  }; // prettier-ignore
}

function listed(records: VendorRecords, object: string, query: URLSearchParams): VendorReply {
  const limit = Math.min(MAX_PAGE, Number(query.get('limit') ?? 10));
  const archived = query.get('archived') === 'true';
  const after = Number(query.get('after') ?? 0);
  const list = records.ever(object).filter((one) => (one.deleted !== null) === archived && Number(one.id) > after).toSorted((a, b) => Number(a.id) - Number(b.id)); // prettier-ignore
  const page = list.slice(0, limit);
  const names = namesIn(query);
  const associated = (query.get('associations') ?? '').split(',').filter((name) => name !== '');
  return ok({ results: page.map((one) => shown(object, one, names, associated)), ...paging(list.length > limit ? (page.at(-1)?.id ?? null) : null) }); // prettier-ignore
}

function search(records: VendorRecords, object: string, body: string, window: number): VendorReply {
  const list = records.ever(object).filter(({ deleted }) => deleted === null);
  const found = searchRecords(body, list, valueOf(object), window);
  if (typeof found === 'string') return failure(400, 'VALIDATION_ERROR', found);
  return ok({ total: found.total, results: found.records.map((one) => shown(object, one, found.properties)), ...paging(found.after) });
}

function owners(records: VendorRecords, query: URLSearchParams): VendorReply {
  const archived = query.get('archived') === 'true';
  const limit = Math.min(500, Number(query.get('limit') ?? 100));
  const after = Number(query.get('after') ?? 0);
  const list = records.all('owners').filter(({ id, data }) => data['archived'] === archived && Number(id) > after);
  const page = list.slice(0, limit).map(({ id, data, created, updated }) => ({ id, ...data, createdAt: created.toISOString(), updatedAt: updated.toISOString() })); // prettier-ignore
  return ok({ results: page, ...paging(list.length > limit ? (page.at(-1)?.id ?? null) : null) });
}

function associations(records: VendorRecords, from: string, to: string, body: string): VendorReply {
  const asked = batchSchema.safeParse(JSON.parse(body));
  if (!asked.success) return failure(400, 'VALIDATION_ERROR', 'Invalid input JSON');
  const known = new Map(records.all(from).map((one) => [one.id, (one.data as unknown as Shown).associations[to] ?? []]));
  const results = asked.data.inputs.flatMap(({ id }) => {
    const ids = known.get(id) ?? [];
    return ids.length === 0 ? [] : [{ from: { id }, to: ids.map((toObjectId) => ({ toObjectId: Number(toObjectId), associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' }] })) }]; // prettier-ignore
  });
  return ok({ status: 'COMPLETE', results });
}

const paging = (after: string | null): object => (after === null ? {} : { paging: { next: { after, link: `?after=${after}` } } });
const failure = (status: number, category: string, message: string): VendorReply => ({ status, body: { status: 'error', message, correlationId: 'halyard', category } }); // prettier-ignore
